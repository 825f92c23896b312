import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { type QueueView, queueFields } from "#app/features/cases/casework/queue-view.ts";
import { CHOSEN_VERBS, FIRST_FIELD, MOST_CHOSEN } from "#app/features/cases/chosen/chosen-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** Below the queue's table, in its form: what happens to the lines that are ticked. */
export function ChosenButtons({ view, total }: { readonly view: QueueView; readonly total: number }) {
  const t = useText();
  return (
    <>
      {Object.entries(queueFields(view)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Checkbox name={FIRST_FIELD} label={t("chosen.first", { count: Math.min(total, MOST_CHOSEN) })} />
      <ButtonRow>
        {CHOSEN_VERBS.map((verb) => (
          <Button key={verb} look="secondary" name="verb" value={verb}>
            {t(`chosen.verb.${verb}`)}
          </Button>
        ))}
      </ButtonRow>
    </>
  );
}
