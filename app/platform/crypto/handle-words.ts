/**
 * Neutral in the languages of the product: no colour, faith, nation, person or quality, so that no handle flatters or offends.
 * Changing the lists changes no existing handle.
 */
export const HANDLE_PLANTS: readonly string[] = words(`
  acacia alder almond anise apple apricot ash aspen aster bamboo barley basil
  bay beech begonia birch borage bracken bramble broom camellia caraway cedar chamomile
  cherry chestnut chicory clover columbine coriander cornflower cypress dahlia daisy dill elder
  elm fennel fern fig flax foxglove fuchsia gentian ginger gorse grape hawthorn
  hazel heather hibiscus holly hyssop iris ivy jasmine juniper kale larch laurel
  lavender lemon lilac linden lupin magnolia mallow maple marigold mint moss myrtle
`);

export const HANDLE_BIRDS: readonly string[] = words(`
  albatross avocet bittern bluethroat bulbul bunting bustard chaffinch chiffchaff cormorant corncrake crane
  crossbill curlew dipper dotterel dunlin dunnock eider egret fieldfare finch flamingo flycatcher
  gannet godwit goldcrest goldfinch goose grebe greenshank guillemot gull heron hoopoe hornbill
  ibis jackdaw jay kestrel kingfisher kittiwake knot lapwing lark linnet magpie martin
  merlin nightjar nuthatch oriole osprey ouzel oystercatcher partridge petrel pipit plover puffin
  quail redstart robin roller
`);

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
