import { useActionData } from "@remix-run/react";
import { Heading } from "#app/design-system/content/heading.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import type { FormResult } from "#app/design-system/forms/form.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Where a button in a list or in the page's head could not do its work: why, and the way back. */
export function NotDonePage() {
  const t = useText();
  const result = useActionData() as FormResult | undefined;
  return (
    <Page back={paths.account()}>
      {result && <ErrorSummary refusal={result.refusal} />}
      <Heading>{t("account.not-done.heading")}</Heading>
      <p>{t("account.not-done.lead")}</p>
    </Page>
  );
}
