import { redirect } from "@remix-run/node";
import { guardedAction, refused } from "#app/access/guard.server.ts";
import { endOwnSession } from "#app/features/accounts/sign-in/session-commands.server.ts";
import { sessionForm } from "#app/features/accounts/sign-in/sign-in-forms.ts";
import { NotDonePage } from "#app/features/accounts/sign-in/ui/not-done-page.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "account.title" });

export const action = guardedAction({ may: "account.change", form: sessionForm }, async ({ actor, form }) => {
  const ended = await endOwnSession(actor, form.session);
  return ended.ok ? redirect(paths.account()) : refused(ended.refusal);
});

export default NotDonePage;
