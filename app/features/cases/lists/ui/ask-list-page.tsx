import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { ChosenPageData } from "#app/features/cases/chosen/chosen-page.server.ts";
import { ChosenPage } from "#app/features/cases/chosen/ui/chosen-page.tsx";
import { useText } from "#app/i18n/text-context.tsx";

/** Says before anybody presses that one person alone takes no list out. */
export function AskListPage({ data }: { readonly data: ChosenPageData }) {
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
