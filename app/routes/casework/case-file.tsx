import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { copyForm } from "#app/features/evidence/copy-form.ts";
import { noteOpening } from "#app/features/evidence/evidence-opening.server.ts";
import { copyAnswer } from "#app/features/evidence/file-answers.server.ts";
import { readFilePage } from "#app/features/evidence/file-page.server.ts";
import { fileParams } from "#app/features/evidence/file-params.ts";
import { markOpened, openedMark } from "#app/features/evidence/opened-copy.server.ts";
import { FilePage } from "#app/features/evidence/ui/file-page.tsx";
import { TeamCopy } from "#app/features/evidence/ui/team-copy.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "casework.case.title", leave: false, form: false });

export const loader = guardedLoader(
  { may: "case.read", params: fileParams },
  async ({ actor, params, session, url }) => ({
    read: await readFilePage(actor, params, url.searchParams.get("page")),
    mark: openedMark(session, params.fileId, url),
  }),
);

export const action = guardedAction(
  { may: "file.take", params: fileParams, form: copyForm },
  async ({ actor, params, form: { use }, session, context }) => {
    const { caseId, fileId } = params;
    const noted = await noteOpening(actor, caseId, fileId, use);
    if (!noted.ok) return refused(noted.refusal);
    if (use === "download") return copyAnswer(actor, params, context);
    return redirect(paths.caseFileOpened(caseId, fileId, await markOpened(session, fileId)));
  },
);

export default function CaseFile() {
  const { read, mark } = useLoaderData<typeof loader>();
  return <FilePage data={read} side="team" seen={(copy) => <TeamCopy data={read} copy={copy} mark={mark} />} />;
}
