import { useActionData } from "@remix-run/react";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { DrawnPage } from "#app/features/surveys/answering/drawn-page.ts";
import { fieldLabels } from "#app/features/surveys/answering/field-labels.ts";
import { AnswerList } from "#app/features/surveys/answering/ui/answer-list.tsx";
import { Questions } from "#app/features/surveys/answering/ui/questions.tsx";
import type { TrialStep } from "#app/features/surveys/building/trial.server.ts";
import { TRIAL } from "#app/features/surveys/building/trial-fields.ts";
import { directionOf, OWN_NAMES } from "#app/i18n/locales.ts";
import { TextProvider, useText } from "#app/i18n/text-context.tsx";
import { FirstButton } from "./first-button.tsx";

interface TrialPageProps {
  readonly back: string;
  readonly title: string;
  readonly first: TrialStep;
}

/** The questionnaire as respondents meet it. Answers travel with the form and are kept nowhere. */
export function TrialPage({ back, title, first }: TrialPageProps) {
  const t = useText();
  const form = usePageForm();
  const answer = useActionData() as { readonly step?: TrialStep } | undefined;
  const step = answer?.step ?? first;
  const { view } = step;
  return (
    <Page back={{ href: back, label: t("questionnaires.one") }} caption={<bdi>{title}</bdi>}>
      <Form {...form} {...(view && { defaults: view.filled, labels: fieldLabels(view) })} languages={false}>
        <Heading>{t("questionnaires.trial.heading")}</Heading>
        <Notice>
          <p>{t("questionnaires.trial.lead")}</p>
        </Notice>
        {/* Enter goes on, and never into another language. */}
        {view && <FirstButton name={TRIAL.act} value="on" />}
        <input type="hidden" name={TRIAL.answers} value={step.answers} />
        <input type="hidden" name={TRIAL.at} value={view?.name ?? ""} />
        <Languages step={step} />
        <TextProvider locale={step.language} messages={step.messages}>
          <div className="trial" lang={step.language} dir={directionOf(step.language)}>
            {view ? <Asked view={view} isFresh={step.isFresh} /> : <Ended step={step} />}
          </div>
        </TextProvider>
        <ButtonRow>
          {view && (
            <Button name={TRIAL.act} value="on">
              {t("common.action.continue")}
            </Button>
          )}
          {step.before !== null && (
            <Button name={TRIAL.act} value={`back ${step.before}`} look="secondary">
              {t("common.action.back")}
            </Button>
          )}
          <Button name={TRIAL.act} value="again" look="quiet">
            {t("questionnaires.trial.again")}
          </Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function Languages({ step: { language, languages, view } }: { readonly step: TrialStep }) {
  const t = useText();
  return (
    <p className="form-languages">
      <input type="hidden" name={TRIAL.language} value={language} />
      <span>{t("questionnaires.trial.language")}</span>
      {languages
        .filter((locale) => locale !== language && view !== null)
        .map((locale) => (
          <button
            key={locale}
            type="submit"
            name={TRIAL.act}
            value={`language ${locale}`}
            lang={locale}
            dir={directionOf(locale)}
          >
            {OWN_NAMES[locale]}
          </button>
        ))}
    </p>
  );
}

function Asked({ view, isFresh }: { readonly view: DrawnPage; readonly isFresh: boolean }) {
  const t = useText();
  return (
    <>
      <p className="hint">{t("surveys.form.page", { number: view.number, total: view.total })}</p>
      <Heading level={2}>{view.title}</Heading>
      <Questions page={view} isFresh={isFresh} />
    </>
  );
}

function Ended({ step: { listed, ending, sends, missing } }: { readonly step: TrialStep }) {
  const t = useText();
  return (
    <>
      <Notice kind="success">
        <p>{ending}</p>
      </Notice>
      {!sends && <p>{t("questionnaires.trial.sends-not")}</p>}
      {missing > 0 && <p>{t("questionnaires.trial.missing", { count: missing })}</p>}
      <AnswerList pages={listed} />
    </>
  );
}
