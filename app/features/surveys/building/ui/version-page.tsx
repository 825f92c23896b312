import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { Said } from "#app/features/surveys/answering/ui/said.tsx";
import type { ListedVersion } from "#app/features/surveys/building/list-page.server.ts";
import type { Outline } from "#app/features/surveys/building/outline.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { LanguageNames } from "./language-names.tsx";
import { When } from "./when.tsx";

/** A published version: it never changes, and a change begins a draft of the next one. */
export function VersionPage({ version, outline }: { readonly version: ListedVersion; readonly outline: Outline }) {
  const t = useText();
  const { date, list } = useFormats();
  const { digest, publishedOn, isPublished, isStandard, waves, languages } = version;
  const day = publishedOn
    ? date(publishedOn)
    : t(isPublished ? "questionnaires.versions.day-unknown" : "questionnaires.versions.not-yet");
  return (
    <Page width="page" back={{ href: paths.questionnaires(), label: t("questionnaires.heading") }}>
      <Heading>
        <bdi>{t("waves.instrument.version", { title: version.title, version: version.version })}</bdi>
      </Heading>
      <Lead>{t(isStandard ? "questionnaires.version.lead-standard" : "questionnaires.version.lead")}</Lead>
      <SummaryList
        rows={[
          { term: t("questionnaires.column.published"), value: day },
          { term: t("questionnaires.column.questions"), value: outline.questions },
          { term: t("questionnaires.column.languages"), value: <LanguageNames languages={languages} /> },
          {
            term: t("questionnaires.column.waves"),
            value: waves.length > 0 ? list(waves) : t("questionnaires.versions.no-wave"),
          },
        ]}
      />
      <Form {...usePageForm()}>
        <ButtonRow>
          <Button>{t("questionnaires.version.begin")}</Button>
          <ButtonLink href={paths.questionnaireVersionPreview(digest)} look="secondary">
            {t("questionnaires.trial.link")}
          </ButtonLink>
          <ButtonLink href={paths.questionnaireVersionTake(digest)} look="secondary">
            {t("questionnaires.take.link")}
          </ButtonLink>
          <ButtonLink href={paths.surveyNew()} look="secondary">
            {t("waves.new.link")}
          </ButtonLink>
        </ButtonRow>
      </Form>
      <Contents outline={outline} />
    </Page>
  );
}

function Contents({ outline: { pages, language } }: { readonly outline: Outline }) {
  const t = useText();
  return pages.map(({ name, title, condition, questions, ends }) => (
    <section key={name} className="outline__part">
      <Heading level={2}>
        <Said language={language}>{title}</Said>
      </Heading>
      <When words={condition} />
      <ol className="outline">
        {questions.map((question) => (
          <li key={question.name} className="outline__item">
            <div className="outline__what">
              <p className="outline__name">
                <Said language={language}>{question.label}</Said>
              </p>
              <p className="outline__facts">
                <code dir="ltr">{question.name}</code> · {t(`questionnaires.kind.${question.kind}.label`)}
              </p>
              <When words={question.condition} />
            </div>
          </li>
        ))}
        {ends.map((end) => (
          <li key={end.name} className="outline__item">
            <div className="outline__what">
              <p className="outline__name">
                {t("questionnaires.end.here")} <Said language={language}>{end.words}</Said>
              </p>
              <When words={end.condition} isEnd />
            </div>
          </li>
        ))}
      </ol>
    </section>
  ));
}
