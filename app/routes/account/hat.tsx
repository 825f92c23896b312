import { redirect } from "@remix-run/node";
import { guardedAction, refused } from "#app/access/guard.server.ts";
import { becomeVisitor } from "#app/access/visit.server.ts";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { changeHat } from "#app/features/accounts/sign-in/session-commands.server.ts";
import { hatForm } from "#app/features/accounts/sign-in/sign-in-forms.ts";
import { NotDonePage } from "#app/features/accounts/sign-in/ui/not-done-page.tsx";
import { landingFor } from "#app/landing.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "account.title" });

export const action = guardedAction(
  { may: "account.change", form: hatForm },
  async ({ actor, session, visit, form, context }) => {
    const changed = await changeHat(actor, session, visit.hats, form.hat);
    if (!changed.ok) return refused(changed.refusal);
    const { actor: now } = await becomeVisitor(changed.value, context);
    // The other hat may hold keys that somebody waits for.
    if (now) context.afterResponse.add(async () => void (await grantWaitingKeys(now)));
    return redirect(landingFor(now?.role ?? actor.role));
  },
);

export default NotDonePage;
