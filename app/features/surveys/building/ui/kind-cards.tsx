import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import type { Kind } from "#app/features/surveys/instruments/instrument.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** Those that are wanted most come first. */
const IN_ORDER: Record<Kind, number> = {
  "one-of": 1,
  "many-of": 2,
  "yes-no": 3,
  "short-text": 4,
  "long-text": 5,
  number: 6,
  band: 7,
  matrix: 8,
  ranking: 9,
  places: 10,
  quarter: 11,
  "number-by-row": 12,
  "quarter-by-row": 13,
  statement: 14,
};
const KINDS = (Object.keys(IN_ORDER) as Kind[]).sort((one, other) => IN_ORDER[one] - IN_ORDER[other]);

/** All kinds of answer, each with an example of what it is good for. */
export function KindCards() {
  const t = useText();
  return (
    <RadioCards
      name="kind"
      label={t("questionnaires.kind.heading")}
      options={KINDS.map((kind) => ({
        value: kind,
        label: t(`questionnaires.kind.${kind}.label`),
        hint: t(`questionnaires.kind.${kind}.hint`),
      }))}
    />
  );
}
