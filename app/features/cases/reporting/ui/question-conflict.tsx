import { Card } from "#app/design-system/content/card.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink } from "#app/design-system/forms/button.tsx";
import { Form, type FormResult } from "#app/design-system/forms/form.tsx";
import {
  type FilledIn,
  fillingOf,
  optionsOf,
  type QuestionField,
} from "#app/features/cases/questionnaire/question-fields.ts";
import { useQuestionWords } from "#app/features/cases/questionnaire/ui/use-question-words.tsx";
import type { QuestionPageData } from "#app/features/cases/reporting/question-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { maskAccountNumbers } from "#app/kernel/account-number-mask.ts";

interface QuestionConflictProps {
  readonly data: QuestionPageData;
  readonly formToken: string;
  readonly result: FormResult;
}

/**
 * Two answers to one question: what was just typed, and what was saved since the page was opened. One press keeps one
 * of them. What was typed goes back in hidden fields, exactly as it came, with the version that is saved now.
 */
export function QuestionConflict({ data, formToken, result }: QuestionConflictProps) {
  const t = useText();
  const { recordVersion: _, ...typed } = result.values;
  return (
    <Form formToken={formToken} recordVersion={data.version} result={result}>
      <Heading>{t.dynamic(data.titleKey)}</Heading>
      <p>{t("report.page.conflict.lead")}</p>
      <Card title={t("report.page.conflict.yours")}>
        <Answer data={data} filled={typed} />
        <HiddenFields values={typed} />
        <Button>{t("report.page.conflict.keep-yours")}</Button>
      </Card>
      <Card title={t("report.page.conflict.saved")}>
        <Answer data={data} filled={data.saved} />
        <ButtonLink href={data.next} look="secondary">
          {t("report.page.conflict.keep-saved")}
        </ButtonLink>
      </Card>
    </Form>
  );
}

function HiddenFields({ values }: { readonly values: FilledIn }) {
  return Object.entries(values).flatMap(([name, value]) =>
    [value ?? []].flat().map((text) => <input key={`${name}=${text}`} type="hidden" name={name} value={text} />),
  );
}

function Answer({ data, filled }: { readonly data: QuestionPageData; readonly filled: FilledIn }) {
  const t = useText();
  const words = useQuestionWords(data.question);
  const answers = data.fields.map((field) => ({ field, ...fillingOf(field, filled) }));
  if (answers.every(({ texts }) => texts.length === 0)) return <p className="quiet">{t("common.list.not-given")}</p>;
  const wordsOf = (field: QuestionField, value: string) =>
    words.option(field, optionsOf(field).find((option) => option.value === value) ?? { value });
  return answers.map(({ field, texts, isChoice }) =>
    texts.map((text) => (
      <p key={`${field.name}=${text}`} className="typed" dir="auto">
        {data.fields.length > 1 && <b>{t("common.list.labelled", { label: words.label(field) })} </b>}
        {isChoice ? wordsOf(field, text) : maskAccountNumbers(text)}
      </p>
    )),
  );
}
