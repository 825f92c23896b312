import type { ReactNode } from "react";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Hint } from "#app/design-system/forms/hint.tsx";
import { useComfortForm } from "#app/design-system/forms/use-comfort-form.ts";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { FilledIn } from "#app/features/cases/questionnaire/question-fields.ts";
import { AccountNumberNotice } from "#app/features/cases/questionnaire/ui/account-number-notice.tsx";
import { QuestionInput } from "#app/features/cases/questionnaire/ui/question-input.tsx";
import { useQuestionWords } from "#app/features/cases/questionnaire/ui/use-question-words.tsx";
import type { QuestionPageData } from "#app/features/cases/reporting/question-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { accountNumberPlaces } from "#app/kernel/account-number-mask.ts";
import { QuestionConflict } from "./question-conflict.tsx";
import { ReadersNote } from "./readers-note.tsx";

async function schemaOf({ question }: QuestionPageData) {
  const { questionFormOf } = await import("#app/features/cases/questionnaire/question-form.ts");
  return questionFormOf(question);
}

/** One question a page: its inputs, who can read the answer, and Continue. */
export function QuestionPage(data: QuestionPageData) {
  const t = useText();
  const { formToken, result } = usePageForm();
  const comfort = useComfortForm(() => schemaOf(data));
  const { part, parts, place, back } = data;
  const section = t(`report.section.${data.section}`);
  // Place 0: a question that earlier answers have made pointless, opened by an old link.
  const caption = place > 0 ? t("report.place", { part, parts, place, section }) : section;
  const isConflict = result?.refusal.code === "report.changed-meanwhile";
  const refusal = comfort.refusal ?? result?.refusal;
  const typed = comfort.typed ?? result?.values ?? {};
  return (
    <Page back={back} caption={caption}>
      {isConflict ? (
        <QuestionConflict data={data} formToken={formToken} result={result} />
      ) : (
        <Form
          formToken={formToken}
          recordVersion={data.version}
          result={result}
          defaults={data.saved}
          comfort={comfort}
        >
          <Inputs data={data}>{refusal && <AccountNumberNotice places={placesIn(data, typed)} />}</Inputs>
          <ButtonRow>
            <Button>{t("common.action.continue")}</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

interface InputsProps {
  readonly data: QuestionPageData;
  /** stands between the question and where one writes */
  readonly children: ReactNode;
}

/** A single choice carries the question as its own label; everything else stands below it. */
function Inputs({ data, children }: InputsProps) {
  const t = useText();
  const { question, fields, required, titleKey } = data;
  const words = useQuestionWords(question);
  const title = t.dynamic(titleKey);
  const [first] = fields;
  const readers = <ReadersNote readers={data.readers} saved={data.hasAnswers} />;
  // What came of a remedy is labelled with the remedy, also where only one was tried.
  if (fields.length === 1 && first && !first.label && (first.kind === "radios" || first.kind === "checkboxes")) {
    const around = { label: title, hint: words.hint, optional: !required, asHeading: true };
    return (
      <>
        <QuestionInput question={question} field={first} around={around} />
        {readers}
      </>
    );
  }
  return (
    <>
      <Heading>
        {title} {!required && <span className="field__optional">{t("common.form.optional")}</span>}
      </Heading>
      <Hint>{words.hint}</Hint>
      {data.isFreeText && readers}
      {children}
      {fields.map((field) => (
        <QuestionInput key={field.name} question={question} field={field} around={{ label: words.label(field) }} />
      ))}
      {!data.isFreeText && readers}
    </>
  );
}

function placesIn({ fields, isFreeText }: QuestionPageData, typed: FilledIn) {
  if (!isFreeText) return [];
  return fields.flatMap(({ name }) => [typed[name] ?? []].flat().flatMap(accountNumberPlaces));
}
