import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { NamingState } from "#app/features/briefings/names/naming-pages.ts";
import { useText } from "#app/i18n/text-context.tsx";

const TONES: Record<NamingState, TagTone> = { waiting: "amber", approved: "plain", void: "red" };

export function NamingStateTag({ state }: { readonly state: NamingState }) {
  const t = useText();
  return <Tag tone={TONES[state]}>{t(`names.state.${state}`)}</Tag>;
}

/** Whether the tables as they are computed now name it. That is all that is told: never which of the conditions was missing. */
export function printedKey(isPrinted: boolean | null) {
  if (isPrinted === null) return "names.printed.not-yet" as const;
  return isPrinted ? ("names.printed.yes" as const) : ("names.printed.no" as const);
}
