import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { TYPED } from "#app/features/cases/relations/relation-forms.ts";
import type { HintWords } from "#app/features/cases/relations/relations-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { HintReasons } from "./hint-reasons.tsx";
import { OtherCaseFacts } from "./other-case.tsx";

/** Which other case: one of those that look alike, or the reference that somebody has read or heard. */
export function OtherCaseFields({ hints, label }: { readonly hints: readonly HintWords[]; readonly label: string }) {
  const t = useText();
  return (
    <>
      {hints.length > 0 && (
        <RadioCards
          name="other"
          label={label}
          options={[
            ...hints.map(({ other, reasons }) => ({
              value: other.caseId,
              label: (
                <>
                  <bdi>{other.reference}</bdi> · <OtherCaseFacts other={other} />
                </>
              ),
              hint: <HintReasons reasons={reasons} />,
            })),
            { value: TYPED, label: t("relations.reference.another") },
          ]}
        />
      )}
      <TextInput
        name="reference"
        label={hints.length > 0 ? t("relations.reference.label") : label}
        hint={t("relations.reference.hint")}
        size="short"
        latin
        optional={hints.length > 0}
      />
    </>
  );
}
