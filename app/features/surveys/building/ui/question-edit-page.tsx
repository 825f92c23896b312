import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { LIMIT_FIELDS, TICKED_LIMITS } from "#app/features/surveys/building/limit-fields.ts";
import type { EditedRows, QuestionPage } from "#app/features/surveys/building/question-page.server.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { ChoiceSources } from "./choice-sources.tsx";
import { FaultWords, faultHref } from "./fault-list.tsx";
import { SheetForm } from "./sheet-form.tsx";

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
      <SheetForm seen={seen} defaults={defaults} labels={labels}>
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
        {question.options && (
          <section>
            <Heading level={2}>{t("questionnaires.choices.options.heading")}</Heading>
            <ChoiceSources
              part="options"
              choices={question.options}
              headings={question.headings}
              mayStandAlone={kind === "many-of"}
            />
          </section>
        )}
        {question.rows && <Rows rows={question.rows} question={question} />}
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
        <TextInput name="name" label={labels.name} hint={t("questionnaires.question.name-hint")} size="medium" latin />
        <ButtonRow>
          <Button name="do" value="save">
            {t("common.action.save")}
          </Button>
          {(question.options || question.rows) && (
            <Button name="do" value="stay" look="secondary">
              {t("questionnaires.save-and-stay")}
            </Button>
          )}
        </ButtonRow>
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

function Rows({ rows, question }: { readonly rows: EditedRows; readonly question: QuestionPage }) {
  const t = useText();
  const { origins, carried } = rows;
  return (
    <section>
      <Heading level={2}>{t("questionnaires.choices.rows.heading")}</Heading>
      {(origins.length > 0 || carried) && (
        <Select
          name="rowsFrom"
          label={t("questionnaires.rows.from")}
          hint={t("questionnaires.rows.from-hint")}
          empty={t("questionnaires.rows.own")}
          options={origins}
        />
      )}
      {carried && carried.where.length > 0 && (
        <CheckboxCards
          name="rowsWhere"
          label={t("questionnaires.rows.where")}
          hint={t("questionnaires.rows.where-hint")}
          options={carried.where}
        />
      )}
      {carried && carried.except.length > 0 && (
        <CheckboxCards
          name="rowsExcept"
          label={t("questionnaires.rows.except")}
          options={carried.except}
          fold={{ after: 0, label: t("questionnaires.rows.except-fold") }}
          optional
        />
      )}
      {!carried && <ChoiceSources part="rows" choices={rows} headings={question.headings} mayStandAlone={false} />}
    </section>
  );
}

interface LimitsProps {
  readonly kind: QuestionPage["kind"];
  readonly labels: Readonly<Record<string, string>>;
}

function Limits({ kind, labels }: LimitsProps) {
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
