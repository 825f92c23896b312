import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { hatOfTicket } from "#app/access/form-token.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { forgetVisit } from "#app/access/visit.server.ts";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { giveCode } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { codeForm } from "#app/features/accounts/sign-in/sign-in-forms.ts";
import { CodeForm } from "#app/features/accounts/sign-in/ui/code-form.tsx";
import { ContinuePage } from "#app/features/accounts/sign-in/ui/continue-page.tsx";
import { keptIn } from "#app/features/accounts/sign-in/ui/kept-form.tsx";
import { SignInAnewPage } from "#app/features/accounts/sign-in/ui/sign-in-anew-page.tsx";
import { useContinue } from "#app/features/accounts/sign-in/ui/use-kept-on.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { welcome } from "./welcome.server.ts";

export const handle = page({ title: "sign-in.title" });

export const loader = publicFormLoader(async ({ session }) => ({ isOwed: session.content.stage === "second-factor" }));

export const action = publicFormAction({ form: codeForm }, async ({ form, session, context }) => {
  const entered = await giveCode(session, form.code, form.ticket ? hatOfTicket(form.ticket) : null);
  if (entered.ok) return welcome(entered.value, context, form);
  // Too many tries end the session: the page must not be drawn for the one that was.
  forgetVisit(context);
  return refused(entered.refusal);
});

export default function SignInCode() {
  const { isOwed } = useLoaderData<typeof loader>();
  const { formToken, result } = usePageForm();
  const again = useContinue();
  if (again) return <ContinuePage {...again} formToken={formToken} />;
  const kept = keptIn(result);
  // No link leads away from a page that carries what somebody typed.
  if (isOwed)
    return (
      <Page {...(!kept && { back: paths.signIn() })}>
        <CodeForm formToken={formToken} result={result} kept={kept} />
      </Page>
    );
  return <SignInAnewPage formToken={formToken} result={result} />;
}
