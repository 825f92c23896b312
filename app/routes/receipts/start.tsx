import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refused } from "#app/access/answers.server.ts";
import { sessionCookie } from "#app/access/cookie.ts";
import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { becomeVisitor } from "#app/access/visit.server.ts";
import { QUESTIONS } from "#app/features/cases/questionnaire/report-questions.ts";
import { beginReport } from "#app/features/cases/receipts/receipt-commands.server.ts";
import { UNSENT_KEPT_WEEKS } from "#app/features/cases/receipts/receipt-expiry.ts";
import { findLinkedTeam } from "#app/features/cases/receipts/report-links.server.ts";
import { LinkGonePage, StartPage } from "#app/features/cases/receipts/ui/start-page.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title", form: false });

export const loader = publicFormLoader(async ({ params, visit }) => {
  const team = await findLinkedTeam(params.code ?? "");
  return { team: team?.label, role: visit.actor?.role ?? null, weeks: UNSENT_KEPT_WEEKS };
});

export const action = publicFormAction({ form: emptyForm }, async ({ session, params, visit, context }) => {
  // Whoever is at work here closes that first: a report must not be lost, nor a member signed out, by a link.
  if (visit.actor) return refused({ kind: "conflict", code: "link.at-work" });
  const begun = await beginReport(session, params.code ?? "");
  if (!begun.ok) return refused(begun.refusal);
  await becomeVisitor(begun.value.session, context);
  const first = paths.draftQuestion(begun.value.draftId, QUESTIONS[0]!.slug);
  return redirect(first, { headers: { "Set-Cookie": sessionCookie(begun.value.session.token) } });
});

export default function Start() {
  const { team, role, weeks } = useLoaderData<typeof loader>();
  return team ? <StartPage team={team} role={role} weeks={weeks} /> : <LinkGonePage />;
}
