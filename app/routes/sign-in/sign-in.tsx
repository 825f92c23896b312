import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { sessionCookie } from "#app/access/cookie.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { becomeVisitor } from "#app/access/visit.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { givePassphrase } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { signInForm } from "#app/features/accounts/sign-in/sign-in-forms.ts";
import { CodeForm } from "#app/features/accounts/sign-in/ui/code-form.tsx";
import { keptIn } from "#app/features/accounts/sign-in/ui/kept-form.tsx";
import { SignInForm } from "#app/features/accounts/sign-in/ui/sign-in-form.tsx";
import { useKeptOn } from "#app/features/accounts/sign-in/ui/use-kept-on.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { landingFor } from "#app/landing.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "sign-in.title" });

export const loader = publicFormLoader(async ({ visit: { actor } }) => ({
  signedIn: actor && { handle: actor.handle, landing: landingFor(actor.role) },
}));

export const action = publicFormAction({ form: signInForm }, async ({ form, session, context }) => {
  const begun = await givePassphrase(session, form);
  if (!begun.ok) return refused(begun.refusal);
  const headers = { "Set-Cookie": sessionCookie(begun.value.token) };
  const { kept, ticket } = form;
  await becomeVisitor(begun.value, context);
  if (!kept || !ticket) return redirect(paths.signInCode(), { headers });
  return Response.json({ keptOn: { kept, ticket } }, { headers });
});

export default function SignIn() {
  const t = useText();
  const { signedIn } = useLoaderData<typeof loader>();
  const { formToken, result } = usePageForm();
  const keptOn = useKeptOn();
  if (keptOn) {
    return (
      <Page>
        <CodeForm formToken={formToken} kept={keptOn} />
      </Page>
    );
  }
  return (
    <Page>
      <SignInForm formToken={formToken} result={result} kept={keptIn(result)}>
        <Heading>{t("sign-in.heading")}</Heading>
        <Lead>{t("sign-in.lead")}</Lead>
        {keptIn(result) && <Notice kind="sealed">{t("sign-in.again.kept")}</Notice>}
        {signedIn && !result && (
          <Notice>
            <p>{signedIn.handle ? t("sign-in.already", { handle: signedIn.handle }) : t("receipt.at-work.receipt")}</p>
            <a href={signedIn.landing}>{t("sign-in.go-on")}</a>
          </Notice>
        )}
      </SignInForm>
      <p>
        <a href={paths.recover()}>{t("sign-in.lost")}</a>
      </p>
      <p>
        <a href={paths.join()}>{t("sign-in.join")}</a>
      </p>
      <p>
        <a href={paths.receipt()}>{t("receipt.return.link")}</a>
      </p>
    </Page>
  );
}
