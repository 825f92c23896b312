import { Heading } from "#app/design-system/content/heading.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { LIMIT_FIELDS, TICKED_LIMITS } from "#app/features/surveys/building/limit-fields.ts";
import type { QuestionPage } from "#app/features/surveys/building/question-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface QuestionRulesProps {
  readonly kind: QuestionPage["kind"];
  readonly labels: Readonly<Record<string, string>>;
}

/** Between which limits it is answered, and whether it must be, may be declined, or is kept apart. */
export function QuestionRules({ kind, labels }: QuestionRulesProps) {
  const t = useText();
  return (
    <>
      <Heading level={2}>{t("questionnaires.question.rules")}</Heading>
      <Limits kind={kind} labels={labels} />
      {kind !== "statement" && (
        <>
          <Checkbox
            name="required"
            label={t("questionnaires.mark.required")}
            hint={t("questionnaires.question.required-hint")}
          />
          <Checkbox
            name="mayDecline"
            label={t("questionnaires.mark.mayDecline")}
            hint={t("questionnaires.question.decline-hint")}
          />
          <Checkbox
            name="apart"
            label={t("questionnaires.mark.apart")}
            hint={t("questionnaires.question.apart-hint")}
          />
        </>
      )}
    </>
  );
}

function Limits({ kind, labels }: QuestionRulesProps) {
  const t = useText();
  return LIMIT_FIELDS[kind].map((limit) =>
    TICKED_LIMITS.includes(limit) ? (
      <Checkbox key={limit} name={limit} label={t(`questionnaires.limit.${limit}`)} />
    ) : (
      <TextInput
        key={limit}
        name={limit}
        label={labels[limit]}
        size="short"
        {...(limit === "earliest" || limit === "latest"
          ? { hint: t("questionnaires.limit.quarter-hint"), latin: true }
          : { inputMode: "decimal" as const })}
        optional={limit !== "countries" && limit !== "places" && !kind.endsWith("-text")}
      />
    ),
  );
}
