import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readFilePage } from "#app/features/evidence/file-page.server.ts";
import { fileParams } from "#app/features/evidence/file-params.ts";
import { FilePage } from "#app/features/evidence/ui/file-page.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "casework.case.title", leave: false });

export const loader = guardedLoader({ may: "case.read", params: fileParams }, async ({ actor, params, url }) => ({
  read: await readFilePage(actor, params, url.searchParams.get("page")),
}));

export default function CaseFile() {
  return <FilePage data={useLoaderData<typeof loader>().read} side="team" />;
}
