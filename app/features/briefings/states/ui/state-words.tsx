import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { PartyStatus } from "#app/features/registers/states-parties.ts";
import { useText } from "#app/i18n/text-context.tsx";

const TONES: Record<PartyStatus, TagTone> = {
  not_yet_party: "quiet",
  party: "glacier",
  withdrawal_announced: "amber",
  withdrawal_notified: "red",
  former_party: "quiet",
};

/** How a State stands to the Rome Statute today. */
export function PartyTag({ status }: { readonly status: PartyStatus }) {
  const t = useText();
  return <Tag tone={TONES[status]}>{t(`states.status.${status}`)}</Tag>;
}
