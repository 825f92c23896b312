import { Card } from "#app/design-system/content/card.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { AnswerList } from "#app/features/surveys/answering/ui/answer-list.tsx";
import type { CheckPage as Checked } from "#app/features/surveys/responding/survey-pages.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { ReportOffer } from "./report-offer.tsx";

interface CheckPageProps {
  readonly checked: Checked;
  readonly isSent: boolean;
  readonly takesAnswers: boolean;
  /** words were given by which this answer may be set beside another survey's */
  readonly mayCompare: boolean;
  /** ISO day */
  readonly closesOn: string;
}

/** Everything that was answered, each with its way back: read before it is sent, and once more after. */
export function CheckPage({ checked, isSent, takesAnswers, mayCompare, closesOn }: CheckPageProps) {
  const t = useText();
  const { date } = useFormats();
  const form = usePageForm();
  const { pages, missing, dropped, ending, sends } = checked;
  const mayChange = takesAnswers ? { hrefOf: paths.answerPage } : {};
  return (
    <Page>
      <Heading>{t(takesAnswers ? "answering.check.heading" : "answering.check.closed")}</Heading>
      {isSent && (
        <Notice>
          {t(takesAnswers ? "answering.check.sent" : "answering.check.own-copy", { day: date(closesOn) })}
        </Notice>
      )}
      {ending && <Lead>{ending}</Lead>}
      {takesAnswers && missing.length > 0 && (
        <Notice kind="warning" title={t("answering.check.missing")}>
          <ul>
            {missing.map(({ page, label }) => (
              <li key={label}>
                <a href={paths.answerPage(page)}>{label}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <AnswerList pages={pages} {...mayChange} />
      {dropped.length > 0 && (
        <Notice title={t("surveys.form.dropped")}>
          <ul>
            {dropped.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </Notice>
      )}
      {sends && (takesAnswers || mayCompare) && (
        <Card title={t("answering.compare.title")}>
          <p>{t(mayCompare ? "answering.compare.given" : "answering.compare.not-given")}</p>
          <p>
            <a href={paths.answerComparison()}>{t(mayCompare ? "answering.compare.look" : "answering.compare.link")}</a>
          </p>
        </Card>
      )}
      {takesAnswers && sends && (
        <Form {...form}>
          <p>{t("answering.check.until", { day: date(closesOn) })}</p>
          <ButtonRow>
            <Button>{t(isSent ? "answering.check.send-again" : "answering.check.send")}</Button>
          </ButtonRow>
        </Form>
      )}
      {isSent && <ReportOffer />}
      <p>
        <a href={paths.answerClose()}>{t(sends ? "answering.close.later" : "answering.close.link")}</a>
      </p>
    </Page>
  );
}
