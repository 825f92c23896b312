import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { BriefingState } from "#app/features/briefings/briefing-transition.ts";
import { useText } from "#app/i18n/text-context.tsx";

const TONES: Record<BriefingState, TagTone> = {
  draft: "quiet",
  in_review: "amber",
  released: "glacier",
  withdrawn: "quiet",
};

export function StateTag({ state }: { readonly state: BriefingState }) {
  const t = useText();
  return <Tag tone={TONES[state]}>{t(`briefings.state.${state}`)}</Tag>;
}
