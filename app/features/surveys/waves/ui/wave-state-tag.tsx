import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { WaveState } from "#app/features/surveys/waves/wave-standing.ts";
import { useText } from "#app/i18n/text-context.tsx";

const TONES: Readonly<Record<WaveState, TagTone>> = {
  draft: "quiet",
  in_review: "amber",
  approved: "quiet",
  open: "glacier",
  closed: "quiet",
  read: "quiet",
};

/** Only a survey that waits for somebody, or takes answers, has a colour. */
export function WaveStateTag({ state }: { readonly state: WaveState }) {
  const t = useText();
  return <Tag tone={TONES[state]}>{t(`waves.status.${state}`)}</Tag>;
}
