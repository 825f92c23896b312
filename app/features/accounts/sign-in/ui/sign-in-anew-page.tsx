import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import type { PageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { keptIn } from "./kept-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** The second stage without the first, which has ended meanwhile: from the beginning, with what was kept. */
export function SignInAnewPage({ formToken, result }: PageForm) {
  const t = useText();
  return (
    <Page>
      <SignInForm formToken={formToken} result={result} kept={keptIn(result)}>
        <Heading>{t("sign-in.heading")}</Heading>
        <Lead>{t("sign-in.lead")}</Lead>
      </SignInForm>
    </Page>
  );
}
