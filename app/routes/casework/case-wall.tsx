import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { caseParams } from "#app/features/cases/case-params.ts";
import { wallForm } from "#app/features/cases/casework/triage-forms.ts";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import { WallForm } from "#app/features/cases/casework/ui/wall-form.tsx";
import { moveBehindWall, readWalledTeam } from "#app/features/cases/casework/wall-commands.server.ts";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.wall", params: caseParams }, async ({ actor, params, request }) => {
  const work = await readWorkCase(actor, params.caseId);
  // Behind the wall there is none to go behind.
  if (work.isWalled) throw notFound();
  return { standing: caseStanding(actor, work, localeOf(request)), walled: await readWalledTeam(actor) };
});

export const action = guardedAction(
  { may: "case.wall", params: caseParams, form: wallForm },
  async ({ actor, params, form }) => {
    const moved = await moveBehindWall(actor, params.caseId, form);
    return moved.ok ? redirect(paths.caseWalled()) : refused(moved.refusal);
  },
);

export default function CaseWall() {
  const t = useText();
  const { standing, walled } = useLoaderData<typeof loader>();
  return (
    <CaseFormPage standing={standing} title={t("casework.wall.heading")}>
      <WallForm caseId={standing.row.caseId} version={standing.version} walled={walled} />
    </CaseFormPage>
  );
}
