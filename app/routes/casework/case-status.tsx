import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { isDuplicate } from "#app/features/cases/case-record.ts";
import { possibleEvents } from "#app/features/cases/case-transition.ts";
import { moverOf } from "#app/features/cases/casework/case-mover.ts";
import { moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { isMove, moveForm } from "#app/features/cases/casework/triage-forms.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { StatusForm } from "#app/features/cases/casework/ui/status-form.tsx";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({
  title: "casework.case.title",
  leave: false,
  comfort: true,
  messages: ["casework", "cases"],
});

export const loader = guardedLoader({ may: "case.work", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  const isMerged = isDuplicate(work.assessment);
  const possible = isMerged ? [] : possibleEvents(work.status, moverOf(actor));
  return {
    standing: caseStanding(actor, work, localeOf(request)),
    moves: possible.filter(isMove),
    mayAsk: possible.includes("ask"),
    isMerged,
  };
});

export const action = guardedAction(
  { may: "case.work", params: caseParams, form: moveForm },
  async ({ actor, params, form }) => {
    const moved = await moveCase(actor, params.caseId, form);
    return moved.ok ? redirect(paths.case(params.caseId)) : refused(moved.refusal);
  },
);

export default function CaseStatus() {
  const t = useText();
  const { standing, moves, mayAsk, isMerged } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("casework.status.link")}>
      {mayAsk && (
        <p>
          <a href={paths.caseMessages(standing.row.caseId)}>{t("casework.status.ask")}</a>
        </p>
      )}
      {moves.length > 0 ? (
        <StatusForm version={standing.version} moves={moves} />
      ) : (
        <p>{t(isMerged ? "casework.status.merged" : "casework.status.nothing-possible")}</p>
      )}
    </CaseFormPage>
  );
}
