import { Fold } from "#app/design-system/content/fold.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { choiceField, LEFT_OUT } from "#app/features/carry-over/carry-form.ts";
import type { CarryPageData } from "#app/features/carry-over/carry-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface CarryPageProps extends CarryPageData {
  /** who would read the report; null where it takes none without an account */
  readonly team: string | null;
  /** after which a report that was not sent is deleted */
  readonly weeks: number;
}

/** From answers to a survey to a report of one's own: what goes along is chosen here, and nobody learns from where it came. */
export function CarryPage({ offers, staysBehind, team, weeks }: CarryPageProps) {
  const t = useText();
  const form = usePageForm();
  const ticked = offers.filter(({ choices }) => choices.length === 1);
  const chosen = offers.filter(({ choices }) => choices.length > 1);
  return (
    <Page back={paths.answerCheck()}>
      <Form {...form}>
        <Heading>{t("answering.report.heading")}</Heading>
        <Lead>{t("answering.report.lead")}</Lead>
        {team === null ? (
          <Notice kind="warning" title={t("answering.report.closed")}>
            {t("answering.report.closed-why")}
          </Notice>
        ) : (
          <>
            <ul>
              <li>{t("receipt.start.words")}</li>
              <li>{t("answering.report.unsent", { weeks })}</li>
              <li>{t("answering.report.answers-stay")}</li>
            </ul>
            <Notice kind="sealed">
              <p>{t("receipt.start.readers", { team })}</p>
              <p>{t("answering.report.no-trace")}</p>
            </Notice>
            <Notice kind="warning" title={t("answering.report.possible")}>
              <ul>
                <li>{t("answering.report.by-content")}</li>
                <li>{t("answering.report.by-time")}</li>
              </ul>
            </Notice>
            {ticked.length > 0 && (
              <CheckboxCards
                name="take"
                label={t("answering.report.take")}
                hint={t("answering.report.take-hint")}
                options={ticked.map(({ name, titleKey, choices }) => ({
                  value: name,
                  label: t.dynamic(titleKey),
                  hint: <span dir="auto">{choices[0]?.words}</span>,
                }))}
              />
            )}
            {chosen.map(({ name, titleKey, choices }) => (
              <RadioCards
                key={name}
                name={choiceField(name)}
                label={t.dynamic(titleKey)}
                hint={t("answering.report.one-hint")}
                defaultValue={LEFT_OUT}
                options={[
                  { value: LEFT_OUT, label: t("answering.report.leave-out") },
                  ...choices.map(({ value, words }) => ({ value, label: words })),
                ]}
              />
            ))}
            {staysBehind.length > 0 && (
              <Fold label={t("answering.report.stays-behind")}>
                <ul>
                  {staysBehind.map((label) => (
                    <li key={label}>{label}</li>
                  ))}
                </ul>
              </Fold>
            )}
            <ButtonRow>
              <Button>{t("answering.report.button")}</Button>
            </ButtonRow>
          </>
        )}
      </Form>
    </Page>
  );
}
