import { redirect } from "@remix-run/node";
import { endedSessionCookie } from "#app/access/cookie.ts";
import { guardedAction, guardedLoader } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { signOut } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { releaseIndex } from "#app/features/facets/facet-index.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "sign-in.out.title" });

export const loader = guardedLoader({ may: "account.read" }, async () => ({}));

export const action = guardedAction({ may: "account.change", form: emptyForm }, async ({ session, request }) => {
  await signOut(session);
  releaseIndex(session.id);
  const headers = new Headers({ "Clear-Site-Data": '"cache", "cookies", "storage"' });
  headers.append("Set-Cookie", endedSessionCookie());
  return redirect(paths.signedOut(localeOf(request)), { headers });
});

export default function SignOut() {
  const t = useText();
  return (
    <DecisionPage
      back={paths.account()}
      title={t("sign-in.out.heading")}
      lead={t("sign-in.out.lead")}
      button={t("common.nav.sign-out")}
    />
  );
}
