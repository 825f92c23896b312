import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Lead } from "#app/design-system/content/heading.tsx";
import type { TextsPage } from "#app/features/surveys/coding/coding-pages.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { CodingPage } from "./coding-frame.tsx";

type Row = TextsPage["questions"][number];

/** The questions that were answered in words, and what is to be done with each. */
export function Texts({ page: { frame, questions } }: { readonly page: TextsPage }) {
  const t = useText();
  const hrefOf = ({ step, question }: Row): string | null => {
    if (step === "no-list") return paths.surveyTextsList(frame.waveId, question);
    if (step === "code") return paths.surveyTextsCode(frame.waveId, question);
    return step === "compare" ? paths.surveyTextsAgreement(frame.waveId, question) : null;
  };
  const columns: Column<Row>[] = [
    { key: "question", header: t("survey-results.column.question"), isRowHeader: true, cell: ({ label }) => label },
    { key: "texts", header: t("survey-coding.column.texts"), numeric: true, cell: ({ texts }) => texts },
    { key: "coded", header: t("survey-coding.column.coded"), numeric: true, cell: ({ coded }) => coded },
    {
      key: "step",
      header: t("survey-coding.column.next"),
      cell: (row) => {
        const href = hrefOf(row);
        const words = t(`survey-coding.step.${row.step}`);
        return href ? <a href={href}>{words}</a> : words;
      },
    },
  ];
  return (
    <CodingPage frame={frame} width="table">
      <Lead>{t("survey-coding.lead")}</Lead>
      <DataTable
        caption={t("survey-coding.heading")}
        captionHidden
        columns={columns}
        rows={questions}
        rowKey={({ question }) => question}
        note={t("survey-coding.same-words")}
      />
    </CodingPage>
  );
}
