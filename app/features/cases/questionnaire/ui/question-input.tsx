import type { ReactNode } from "react";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import type { ChoiceOption } from "#app/design-system/forms/choice.tsx";
import { DateWithPrecision } from "#app/design-system/forms/date-with-precision.tsx";
import type { FieldProps } from "#app/design-system/forms/field.tsx";
import { MoneyInput } from "#app/design-system/forms/money-input.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select, type SelectOption } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import type { QuestionKey } from "#app/features/cases/case-report.ts";
import { optionsOf, type QuestionField } from "#app/features/cases/questionnaire/question-fields.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useQuestionWords } from "./use-question-words.tsx";

interface QuestionInputProps {
  readonly question: QuestionKey;
  readonly field: QuestionField;
  /** What stands around the input: its label, or the page's question itself. */
  readonly around: Pick<FieldProps, "label" | "hint" | "optional" | "asHeading">;
}

const LONG_TEXT_ROWS = 12;

/** One input of a question, by its kind. */
export function QuestionInput({ question, field, around }: QuestionInputProps): ReactNode {
  const t = useText();
  const words = useQuestionWords(question);
  const { kind, name } = field;
  const options = optionsOf(field);
  const shared = { ...around, name };
  const cards = (): ChoiceOption[] =>
    options.map((option) => ({
      value: option.value,
      label: words.option(field, option),
      hint: words.help(option.value),
    }));
  const listed = (): SelectOption[] =>
    options.map((option) => ({ value: option.value, label: words.option(field, option) }));
  const fold = field.open === undefined ? undefined : { after: field.open, label: t("report.page.more-answers") };
  switch (kind) {
    case "radios":
      return <RadioCards {...shared} options={cards()} fold={fold} />;
    case "checkboxes":
      return <CheckboxCards {...shared} options={cards()} fold={fold} />;
    case "select":
      return <Select {...shared} options={listed()} />;
    case "past-date":
      return <DateWithPrecision {...shared} precisions={field.precisions ?? false} hint={t("common.form.date-hint")} />;
    case "day":
      return <DateWithPrecision {...shared} precisions={false} />;
    case "money":
      return <MoneyInput {...shared} currencies={listed()} />;
    case "number":
      return <TextInput {...shared} size="short" inputMode="numeric" />;
    case "text":
      return <TextInput {...shared} />;
    case "long-text":
      return <TextArea {...shared} rows={LONG_TEXT_ROWS} {...(field.maxLength && { maxLength: field.maxLength })} />;
  }
}
