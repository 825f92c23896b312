import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Hint } from "#app/design-system/forms/hint.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { STORY_MAX } from "#app/features/cases/case-report.ts";
import { AccountNumberNotice } from "#app/features/cases/questionnaire/ui/account-number-notice.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { accountNumberPlaces } from "#app/kernel/account-number-mask.ts";
import { paths } from "#app/paths.ts";
import { useReporterText } from "./use-reporter-text.ts";

interface AddPageProps {
  readonly caseId: string;
  readonly reference: string;
  readonly isAsked: boolean;
  readonly team: string;
  readonly hasLead: boolean;
}

/** News, or the answer to a question. What was sent before stays as it was. */
export function AddPage({ caseId, reference, isAsked, team, hasLead }: AddPageProps) {
  const t = useText();
  const said = useReporterText();
  const { formToken, result } = usePageForm();
  const typed = [result?.values.text ?? []].flat();
  return (
    <Page back={paths.report(caseId)} caption={<bdi>{reference}</bdi>}>
      <Form formToken={formToken} result={result}>
        <Heading>{t("reports.add.heading")}</Heading>
        <Hint>{t("reports.add.hint")}</Hint>
        {isAsked && (
          <p>
            <a href={paths.reportMessages(caseId)}>{t("reports.add.answer")}</a>
          </p>
        )}
        <Notice kind="sealed">
          <p>{said(hasLead ? "reports.add.readers-lead" : "reports.add.readers", { team })}</p>
        </Notice>
        <AccountNumberNotice places={typed.flatMap(accountNumberPlaces)} />
        <TextArea name="text" label={t("reports.add.label")} maxLength={STORY_MAX} />
        <ButtonRow>
          <Button>{t("common.action.send")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
