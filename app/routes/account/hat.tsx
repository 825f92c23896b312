import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { becomeVisitor } from "#app/access/visit.server.ts";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { openKeptForm } from "#app/features/accounts/sign-in/kept-form.server.ts";
import { changeHat } from "#app/features/accounts/sign-in/session-commands.server.ts";
import { hatForm } from "#app/features/accounts/sign-in/sign-in-forms.ts";
import { ChangeBackPage } from "#app/features/accounts/sign-in/ui/change-back-page.tsx";
import { ContinuePage } from "#app/features/accounts/sign-in/ui/continue-page.tsx";
import { keptIn } from "#app/features/accounts/sign-in/ui/kept-form.tsx";
import { NotDonePage } from "#app/features/accounts/sign-in/ui/not-done-page.tsx";
import { useContinue } from "#app/features/accounts/sign-in/ui/use-kept-on.ts";
import { landingFor } from "#app/landing.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "account.title" });

export const loader = guardedLoader({ may: "account.change" }, async () => ({}));

export const action = guardedAction(
  { may: "account.change", form: hatForm },
  async ({ actor, session, visit, form, context }) => {
    const changed = await changeHat(actor, session, visit.hats, form.hat);
    if (!changed.ok) return refused(changed.refusal);
    const { actor: now } = await becomeVisitor(changed.value, context);
    // The other hat may hold keys that somebody waits for.
    if (now) context.afterResponse.add(async () => void (await grantWaitingKeys(now)));
    // A form that waited for this hat is offered to be sent.
    const again = openKeptForm(changed.value, form);
    return again ? Response.json({ again }) : redirect(landingFor(now?.role ?? actor.role));
  },
);

export default function ChangeHat() {
  const { formToken, result } = usePageForm();
  const again = useContinue();
  const form = keptIn(result);
  const hat = result?.values.hat;
  if (again) return <ContinuePage {...again} formToken={formToken} />;
  if (form && typeof hat === "string")
    return <ChangeBackPage formToken={formToken} form={form} hat={hat} result={result} />;
  return <NotDonePage />;
}
