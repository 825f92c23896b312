import { DataTable } from "#app/design-system/content/data-table.tsx";
import type { CodedResult } from "#app/features/surveys/results/question-result.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useShareColumns } from "./share-columns.tsx";

/** How often each code was given in the end; the texts themselves are read elsewhere. */
export function CodedTable({ caption, coded }: { readonly caption: string; readonly coded: CodedResult }) {
  const t = useText();
  return (
    <>
      <p className="bases">{t("survey-results.coded.n", { n: coded.n })}</p>
      {coded.open > 0 && <p className="note">{t("survey-results.coded.open", { count: coded.open })}</p>}
      <DataTable
        caption={caption}
        captionHidden
        columns={useShareColumns(t("survey-coding.column.code"))}
        rows={coded.figures}
        rowKey={({ code }) => code}
        note={t("survey-results.coded.note")}
      />
    </>
  );
}
