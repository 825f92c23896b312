import type { ReactNode } from "react";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import type { ChoiceOption } from "#app/design-system/forms/choice.tsx";
import { ChoiceMatrix } from "#app/design-system/forms/choice-matrix.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select, type SelectOption } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import type { DrawnChoice, DrawnQuestion } from "#app/features/surveys/answering/drawn-page.ts";
import type { Kind } from "#app/features/surveys/instruments/instrument.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { Declinable } from "./declinable.tsx";
import { PlacesFields } from "./places-fields.tsx";
import { useQuarterOptions } from "./quarter-options.ts";
import type { QuestionProps } from "./question-props.ts";
import { RankingFields } from "./ranking-fields.tsx";
import { NumberRows, QuarterRows } from "./row-fields.tsx";
import { Said, SaidParagraphs } from "./said.tsx";
import { useHint } from "./use-hint.tsx";

/** One question of an instrument, by its kind. Stands in a `Form`, which holds what was typed and what is wrong. */
export function Question(props: QuestionProps): ReactNode {
  const Fields = FIELDS[props.question.kind];
  return <Fields {...props} />;
}

const FIELDS: Record<Kind, (props: QuestionProps) => ReactNode> = {
  statement: Statement,
  "yes-no": YesNo,
  "one-of": OneOf,
  band: OneOf,
  "many-of": ManyOf,
  matrix: Matrix,
  number: NumberField,
  "number-by-row": NumberRows,
  quarter: QuarterField,
  "quarter-by-row": QuarterRows,
  places: PlacesFields,
  ranking: RankingFields,
  "short-text": ShortText,
  "long-text": LongText,
};

/** Cards that nobody can oversee are a list to open instead. */
const MOST_CARDS = 12;
const LONG_TEXT_ROWS = 8;

function useShared({ question, language }: QuestionProps) {
  const hint = useHint({ question, language });
  const label = <Said language={language}>{question.label}</Said>;
  return { name: question.name, label, optional: question.isOptional, ...(hint && { hint }) };
}

function useDecline({ mayDecline }: DrawnQuestion): readonly DrawnChoice[] {
  const t = useText();
  return mayDecline ? [{ value: DECLINE_CODE, label: t("surveys.answer.declined") }] : [];
}

function cards(options: readonly DrawnChoice[], language: Locale): ChoiceOption[] {
  return options.map(({ value, label, help }) => ({
    value,
    label: <Said language={language}>{label}</Said>,
    ...(help && { hint: <Said language={language}>{help}</Said> }),
  }));
}

function Statement({ question, language }: QuestionProps) {
  return (
    <div className="field">
      <SaidParagraphs language={language}>{question.label}</SaidParagraphs>
      {question.help && <SaidParagraphs language={language}>{question.help}</SaidParagraphs>}
    </div>
  );
}

function YesNo(props: QuestionProps) {
  const t = useText();
  const shared = useShared(props);
  const decline = useDecline(props.question);
  const answers = props.question.unsure ? (["yes", "no", "unsure"] as const) : (["yes", "no"] as const);
  const options = answers.map((value) => ({ value, label: t(`surveys.answer.${value}`) }));
  return <RadioCards {...shared} options={[...options, ...decline]} />;
}

function OneOf(props: QuestionProps) {
  const { question, language } = props;
  const shared = useShared(props);
  const decline = useDecline(question);
  if (question.options.length <= MOST_CARDS)
    return <RadioCards {...shared} options={[...cards(question.options, language), ...decline]} />;
  const listed: SelectOption[] = [...question.options, ...decline].map(({ value, label }) => ({ value, label }));
  return <Select {...shared} options={listed} />;
}

function ManyOf(props: QuestionProps) {
  const shared = useShared(props);
  const decline = useDecline(props.question);
  return <CheckboxCards {...shared} options={[...cards(props.question.options, props.language), ...decline]} />;
}

function Matrix(props: QuestionProps) {
  const { question, language } = props;
  const rows = question.rows.map(({ field, label, heading }) => ({
    field,
    label: <Said language={language}>{label}</Said>,
    ...(heading && { heading }),
  }));
  return (
    <Declinable question={question}>
      <ChoiceMatrix {...useShared(props)} rows={rows} options={cards(question.options, language)} />
    </Declinable>
  );
}

function NumberField(props: QuestionProps) {
  return (
    <Declinable question={props.question}>
      <TextInput {...useShared(props)} size="short" inputMode="decimal" />
    </Declinable>
  );
}

function QuarterField(props: QuestionProps) {
  const options = useQuarterOptions(props.question.quarters);
  return (
    <Declinable question={props.question}>
      <Select {...useShared(props)} options={options} size="medium" />
    </Declinable>
  );
}

function ShortText(props: QuestionProps) {
  return (
    <Declinable question={props.question}>
      <TextInput {...useShared(props)} />
    </Declinable>
  );
}

function LongText(props: QuestionProps) {
  const { most } = props.question;
  return (
    <Declinable question={props.question}>
      <TextArea {...useShared(props)} rows={LONG_TEXT_ROWS} {...(most !== null && { maxLength: most })} />
    </Declinable>
  );
}
