import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { NoteState } from "#app/features/state-notes/state-note-standing.ts";
import { useText } from "#app/i18n/text-context.tsx";

const TONES: Readonly<Record<NoteState, TagTone>> = {
  draft: "quiet",
  in_review: "amber",
  approved: "glacier",
  taken: "plain",
  recalled: "red",
  expired: "quiet",
};

export function NoteStateTag({ state }: { readonly state: NoteState }) {
  const t = useText();
  return <Tag tone={TONES[state]}>{t(`state-notes.status.${state}`)}</Tag>;
}
