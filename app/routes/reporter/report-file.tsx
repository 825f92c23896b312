import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { ButtonLink } from "#app/design-system/forms/button.tsx";
import { readFilePage } from "#app/features/evidence/file-page.server.ts";
import { fileParams } from "#app/features/evidence/file-params.ts";
import { FilePage } from "#app/features/evidence/ui/file-page.tsx";
import { OwnCopy } from "#app/features/evidence/ui/own-copy.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "report.page.title" });

export const loader = guardedLoader({ may: "report.read", params: fileParams }, async ({ actor, params, url }) => ({
  read: await readFilePage(actor, params, url.searchParams.get("page")),
}));

export default function ReportFile() {
  const t = useText();
  const { read } = useLoaderData<typeof loader>();
  const discard = (
    <ButtonLink href={paths.reportFileDiscard(read.caseId, read.file.fileId)} look="secondary">
      {t("evidence.original.discard")}
    </ButtonLink>
  );
  return <FilePage data={read} side="reporter" seen={(copy) => <OwnCopy data={read} copy={copy} />} more={discard} />;
}
