import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { useWorkBack } from "#app/features/cases/casework/ui/use-work-back.ts";
import { setKeys } from "#app/features/cases/desk/desk-commands.server.ts";
import { keysForm } from "#app/features/cases/desk/desk-forms.ts";
import { readDesk } from "#app/features/cases/desk/desk-rows.server.ts";
import { KeyboardPage } from "#app/features/cases/desk/ui/keyboard-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "desk.keys.heading", leave: false });

export const loader = guardedLoader({ may: "work.read" }, async ({ actor, request }) => {
  const { keysOn } = await readDesk(actor, localeOf(request));
  return { keysOn, isLead: actor.role === "lead" };
});

export const action = guardedAction({ may: "work.read", form: keysForm }, async ({ actor, form }) => {
  const set = await setKeys(actor, form.keys === "on");
  return set.ok ? redirect(paths.keyboard()) : refused(set.refusal);
});

export default function Keyboard() {
  const { keysOn, isLead } = useLoaderData<typeof loader>();
  return <KeyboardPage keysOn={keysOn} back={useWorkBack(isLead)} />;
}
