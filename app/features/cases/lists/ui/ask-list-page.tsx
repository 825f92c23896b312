import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { ChosenPageData } from "#app/features/cases/chosen/chosen-page.server.ts";
import { ChosenPage } from "#app/features/cases/chosen/ui/chosen-page.tsx";
import { useText } from "#app/i18n/text-context.tsx";

interface AskListPageProps {
  readonly data: ChosenPageData;
}

/** Says before anybody presses that one person alone takes no list out. */
export function AskListPage({ data }: AskListPageProps) {
  const t = useText();
  const form = usePageForm();
  return (
    <ChosenPage data={data} verb="list">
      <Form {...form}>
        <p>{t("lists.lead")}</p>
        <ButtonRow>
          <Button>{t("lists.ask")}</Button>
        </ButtonRow>
      </Form>
    </ChosenPage>
  );
}

/** The same for whole cases: what goes into the file, what does not, and for whose key. */
export function AskCasesPage({ data }: AskListPageProps) {
  const t = useText();
  const form = usePageForm();
  return (
    <ChosenPage data={data} verb="cases">
      <Form {...form}>
        <p>{t("lists.lead")}</p>
        <ul>
          <li>{t("lists.cases.inside")}</li>
          <li>{t("lists.cases.outside")}</li>
          <li>{t("lists.cases.told")}</li>
        </ul>
        <TextArea name="recipient" label={t("lists.recipient.label")} hint={t.rich("lists.recipient.hint")} rows={3} />
        <Checkbox name="withNotes" label={t("lists.notes.label")} hint={t("lists.notes.hint")} />
        <Notice kind="warning" title="TLP:RED">
          <p>{t("lists.cases.red")}</p>
        </Notice>
        <ButtonRow>
          <Button>{t("lists.cases.ask")}</Button>
        </ButtonRow>
      </Form>
    </ChosenPage>
  );
}
