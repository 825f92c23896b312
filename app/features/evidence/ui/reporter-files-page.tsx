import { Heading } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useReporterText } from "#app/features/cases/reporting/ui/use-reporter-text.ts";
import type { FilesPageData } from "#app/features/evidence/file-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { CaseFiles } from "./case-files.tsx";

/** The files of a report, for its reporter. */
export function ReporterFilesPage({ data }: { readonly data: FilesPageData }) {
  const t = useText();
  const said = useReporterText();
  return (
    <Page back={paths.report(data.caseId)} caption={<bdi>{data.reference}</bdi>}>
      <Heading>{t("evidence.heading")}</Heading>
      <CaseFiles
        data={data}
        side="reporter"
        readers={said("evidence.add.readers")}
        warning={t("evidence.add.warning.reporter")}
      />
    </Page>
  );
}
