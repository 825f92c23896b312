import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { hatOfTicket } from "#app/access/form-token.server.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { forgetVisit } from "#app/access/visit.server.ts";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { authenticatorEntry } from "#app/features/accounts/invitation/authenticator-entry.server.ts";
import {
  beginAuthenticator,
  finishAuthenticator,
  newAuthenticatorOn,
} from "#app/features/accounts/sign-in/authenticator-commands.server.ts";
import { authenticatorForm } from "#app/features/accounts/sign-in/sign-in-forms.ts";
import { AuthenticatorPage } from "#app/features/accounts/sign-in/ui/authenticator-page.tsx";
import { ContinuePage } from "#app/features/accounts/sign-in/ui/continue-page.tsx";
import { SignInAnewPage } from "#app/features/accounts/sign-in/ui/sign-in-anew-page.tsx";
import { useContinue } from "#app/features/accounts/sign-in/ui/use-kept-on.ts";
import { page } from "#app/page-handle.ts";
import { welcome } from "./welcome.server.ts";

export const handle = page({ title: "sign-in.title" });

export const loader = publicFormLoader(async ({ session }) => {
  const made = newAuthenticatorOn(session);
  return {
    isOwed: session.content.stage === "second-factor",
    entry: made && authenticatorEntry({ totpSecret: made.secret, handle: made.handle }),
  };
});

export const action = publicFormAction({ form: authenticatorForm }, async ({ form, session, context }) => {
  const { code, lost, begin, kept, ticket } = form;
  const keptOn = kept && ticket ? { kept, ticket } : undefined;
  // What is drawn next stands on the shelf, or the session has ended.
  forgetVisit(context);
  if (lost) return Response.json({ keptOn });
  if (begin || !code) {
    const begun = await beginAuthenticator(session);
    return begun.ok ? Response.json({ keptOn }) : refused(begun.refusal);
  }
  const entered = await finishAuthenticator(session, code, ticket ? hatOfTicket(ticket) : null);
  return entered.ok ? welcome(entered.value, context, form) : refused(entered.refusal);
});

export default function SignInAuthenticator() {
  const { isOwed, entry } = useLoaderData<typeof loader>();
  const form = usePageForm();
  const again = useContinue();
  if (again) return <ContinuePage {...again} formToken={form.formToken} />;
  return isOwed ? <AuthenticatorPage {...form} entry={entry} /> : <SignInAnewPage {...form} />;
}
