import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { Button } from "#app/design-system/forms/button.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { LIMIT_FIELDS, TICKED_LIMITS } from "#app/features/surveys/building/limit-fields.ts";
import type { QuestionPage } from "#app/features/surveys/building/question-page.server.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { FaultWords, faultHref } from "./fault-list.tsx";
import { QuestionChoices } from "./question-choices.tsx";
import { QuestionRules } from "./question-rules.tsx";
import { SaveButton, SheetForm } from "./sheet-form.tsx";

/** A question with everything that it can have. */
export function QuestionEditPage({ question }: { readonly question: QuestionPage }) {
  const t = useText();
  const { id, name, page, kind, language, seen, defaults } = question;
  const labels = useLabels(question);
  return (
    <Page
      width="page"
      back={{ href: `${paths.questionnaire(id)}#question-${name}`, label: t("questionnaires.one") }}
      caption={<code dir="ltr">{name}</code>}
    >
      <SheetForm
        seen={seen}
        defaults={defaults}
        labels={labels}
        buttons={
          <>
            <SaveButton />
            {(question.options || question.rows) && (
              <Button name="do" value="stay" look="secondary">
                {t("questionnaires.save-and-stay")}
              </Button>
            )}
          </>
        }
      >
        <Heading>{t("questionnaires.question.heading")}</Heading>
        <Standing question={question} />
        <TextArea
          name="label"
          label={labels.label}
          hint={t("questionnaires.question.language", { language: OWN_NAMES[language] })}
          rows={3}
          language={language}
        />
        <TextArea
          name="help"
          label={labels.help}
          hint={t("questionnaires.question.help-hint")}
          rows={2}
          language={language}
          optional
        />
        <QuestionChoices question={question} />
        <QuestionRules kind={kind} labels={labels} />
        <TextInput name="name" label={labels.name} hint={t("questionnaires.question.name-hint")} size="medium" latin />
      </SheetForm>
      <Ways id={id} page={page} before={question.before} after={question.after} />
    </Page>
  );
}

function useLabels({
  kind,
}: QuestionPage): Record<"label" | "help" | "name", string> & Readonly<Record<string, string>> {
  const t = useText();
  const limits = LIMIT_FIELDS[kind].filter((limit) => !TICKED_LIMITS.includes(limit));
  return {
    label: t("questionnaires.question.label"),
    help: t("questionnaires.question.help"),
    name: t("questionnaires.question.name"),
    ...Object.fromEntries(limits.map((limit) => [limit, t(`questionnaires.limit.${limit}`)])),
  };
}

/** Its kind and of whom it is asked: each is changed on a page of its own. */
function Standing({ question: { id, name, kind, condition, faults } }: { readonly question: QuestionPage }) {
  const t = useText();
  return (
    <>
      {faults.length > 0 && (
        <Notice kind="warning" title={t("questionnaires.faults.count", { count: faults.length })}>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.code} ${fault.item ?? ""}`}>
                <a href={faultHref(id, fault)}>
                  <FaultWords fault={fault} />
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SummaryList
        rows={[
          {
            term: t("questionnaires.kind.heading"),
            value: t(`questionnaires.kind.${kind}.label`),
            changeHref: paths.questionnaireQuestionKind(id, name),
          },
          {
            term: t("questionnaires.condition.term"),
            value: condition ?? t("questionnaires.condition.always"),
            changeHref: paths.questionnaireQuestionCondition(id, name),
          },
        ]}
      />
    </>
  );
}

interface WaysProps {
  readonly id: string;
  readonly page: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** To the questions beside it, and to a new one behind it: nobody has to go back to the overview for that. */
function Ways({ id, page, before, after }: WaysProps) {
  const t = useText();
  return (
    <p className="outline__foot">
      {before && <a href={paths.questionnaireQuestion(id, before)}>{t("questionnaires.question.before")}</a>}
      {after && <a href={paths.questionnaireQuestion(id, after)}>{t("questionnaires.question.after")}</a>}
      <a href={paths.questionnaireQuestionNew(id, page)}>{t("questionnaires.question.add")}</a>
    </p>
  );
}
