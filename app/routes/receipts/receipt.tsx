import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { sessionCookie } from "#app/access/cookie.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { becomeVisitor } from "#app/access/visit.server.ts";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { openKeptForm } from "#app/features/accounts/sign-in/kept-form.server.ts";
import { ContinuePage } from "#app/features/accounts/sign-in/ui/continue-page.tsx";
import { keptIn } from "#app/features/accounts/sign-in/ui/kept-form.tsx";
import { useContinue } from "#app/features/accounts/sign-in/ui/use-kept-on.ts";
import { returnByWords } from "#app/features/cases/receipts/receipt-commands.server.ts";
import { returnForm } from "#app/features/cases/receipts/receipt-forms.ts";
import { ReturnPage } from "#app/features/cases/receipts/ui/return-page.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "receipt.title" });

export const loader = publicFormLoader(async ({ visit }) => ({ role: visit.actor?.role ?? null }));

export const action = publicFormAction({ form: returnForm }, async ({ form, session, context }) => {
  const opened = await returnByWords(session, form.words);
  if (!opened.ok) return refused(opened.refusal);
  await becomeVisitor(opened.value, context);
  const headers = { "Set-Cookie": sessionCookie(opened.value.token) };
  // A form that waited for these words is offered to be sent; anybody else's is dropped.
  const again = openKeptForm(opened.value, form);
  return again ? Response.json({ again }, { headers }) : redirect(paths.reports(), { headers });
});

export default function ReturnByWords() {
  const { role } = useLoaderData<typeof loader>();
  const form = usePageForm();
  const again = useContinue();
  if (again) return <ContinuePage {...again} formToken={form.formToken} />;
  return <ReturnPage {...form} kept={keptIn(form.result)} role={role} />;
}
