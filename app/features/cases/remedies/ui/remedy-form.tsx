import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { DateWithPrecision } from "#app/design-system/forms/date-with-precision.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { REMEDY_RESULTS } from "#app/features/cases/case-report.ts";
import { REPORTER_PRECISIONS } from "#app/features/cases/questionnaire/date-fields.ts";
import {
  ADDRESSEE_MAX,
  type KeptRemedy,
  REMEDY_ENDS,
  REMEDY_NOTE_MAX,
  TEAM_REMEDIES,
} from "#app/features/cases/remedies/remedy.ts";
import { dateValues, remedyValues } from "#app/features/cases/remedies/remedy-forms.ts";
import { OUTCOMES, type Outcome } from "#app/features/taxonomy/codes.ts";
import { useText } from "#app/i18n/text-context.tsx";
import type { DateWithPrecision as KnownDate } from "#app/kernel/date-with-precision.ts";

interface LabelledForm {
  /** of the codes that it offers */
  readonly labels: Readonly<Record<string, string>>;
}

interface RemedyFormProps extends LabelledForm {
  /** what is kept; a new one has none */
  readonly remedy?: KeptRemedy;
  readonly button: string;
}

/** One remedy. That its reporter reads it stands above everything. */
export function RemedyForm({ remedy, labels, button }: RemedyFormProps) {
  const t = useText();
  const defaults = remedy ? remedyValues(remedy) : { result: "waiting" };
  return (
    <Form {...usePageForm()} {...(remedy && { recordVersion: remedy.version })} defaults={defaults}>
      <p>{t("remedies.reader")}</p>
      <Select
        name="remedy"
        label={t("remedies.column.remedy")}
        options={TEAM_REMEDIES.map((code) => ({ value: code, label: labels[code] ?? code }))}
      />
      <DateWithPrecision name="tried" label={t("remedies.tried.label")} precisions={REPORTER_PRECISIONS} optional />
      <TextInput
        name="addressee"
        label={t("remedies.addressee.label")}
        hint={t("remedies.addressee.hint")}
        maxLength={ADDRESSEE_MAX}
        optional
      />
      <RadioCards
        name="result"
        label={t("remedies.column.result")}
        options={REMEDY_RESULTS.map((code) => ({ value: code, label: t(`remedies.result.${code}`) }))}
      />
      <EndedDate />
      <NoteField />
      <ButtonRow>
        <Button>{button}</Button>
      </ButtonRow>
    </Form>
  );
}

/** What came of it, or that it never was: the same page, because somebody who ends an entry decides just that. */
export function EndRemedyForm({ remedy }: { readonly remedy: KeptRemedy }) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={remedy.version}>
      <p>{t("remedies.reader")}</p>
      <RadioCards
        name="end"
        label={t("remedies.end.label")}
        options={REMEDY_ENDS.map((code) =>
          code === "mistake"
            ? { value: code, label: t("remedies.end.mistake"), hint: t("remedies.end.mistake-hint") }
            : { value: code, label: t(`remedies.result.${code}`) },
        )}
      />
      <EndedDate />
      <NoteField />
      <ButtonRow>
        <Button>{t("remedies.end.button")}</Button>
      </ButtonRow>
    </Form>
  );
}

function EndedDate() {
  const t = useText();
  return (
    <DateWithPrecision
      name="ended"
      label={t("remedies.ended.label")}
      hint={t("remedies.ended.hint")}
      precisions={REPORTER_PRECISIONS}
      optional
    />
  );
}

function NoteField() {
  const t = useText();
  return (
    <TextArea
      name="note"
      label={t("remedies.note.label")}
      hint={t("remedies.note.hint")}
      rows={3}
      maxLength={REMEDY_NOTE_MAX}
      optional
    />
  );
}

interface OutcomeFormProps extends LabelledForm {
  /** of the case */
  readonly version: number;
  readonly outcome: Outcome | null;
  readonly outcomeOn: KnownDate | null;
}

export function OutcomeForm({ version, labels, outcome, outcomeOn }: OutcomeFormProps) {
  const t = useText();
  const defaults = { outcome: outcome ?? "open", ...dateValues("since", outcomeOn) };
  return (
    <Form {...usePageForm()} recordVersion={version} defaults={defaults}>
      <p>{t("remedies.reader")}</p>
      <RadioCards
        name="outcome"
        label={t("remedies.outcome.label")}
        options={OUTCOMES.map((code) => ({ value: code, label: labels[code] ?? code }))}
      />
      <DateWithPrecision
        name="since"
        label={t("remedies.outcome.since")}
        hint={t("remedies.outcome.since-hint")}
        precisions={REPORTER_PRECISIONS}
        optional
      />
      <ButtonRow>
        <Button>{t("remedies.outcome.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
