import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import type { SheetMessage, SheetMessageCode } from "#app/features/surveys/exchange/sheet.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** In which column of its row a message is to be looked for. */
const COLUMNS: Partial<Record<SheetMessageCode, string>> = {
  "type-not-held": "type",
  "name-changed": "name",
  "list-missing": "type",
  "group-not-closed": "type",
  "group-not-open": "type",
  "group-not-held": "type",
  "expression-not-held": "relevant",
  "constraint-not-held": "constraint",
};

/** What a file said that could not be taken, by sheet, row and column. */
export function SheetMessages({ messages }: { readonly messages: readonly SheetMessage[] }) {
  const t = useText();
  const { rows, others } = partedByRow(messages);
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    { key: "sheet", header: t("questionnaires.import.sheet"), cell: ({ sheet }) => sheet ?? "survey" },
    { key: "row", header: t("questionnaires.import.row"), numeric: true, cell: ({ row }) => row },
    {
      key: "column",
      header: t("questionnaires.import.column"),
      cell: ({ code }) => <code dir="ltr">{COLUMNS[code] ?? "label"}</code>,
    },
    {
      key: "what",
      header: t("questionnaires.import.what"),
      isRowHeader: true,
      cell: ({ code, item, row = 0 }) => t.dynamic(`surveys.sheet.${code}`, { item: item ?? "", row, sheet: "" }),
    },
  ];
  return (
    <>
      {others.length > 0 && (
        <ul>
          {others.map(({ code, item, sheet, key }) => (
            <li key={key}>{t.dynamic(`surveys.sheet.${code}`, { item: item ?? "", sheet: sheet ?? "", row: 0 })}</li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t("questionnaires.import.rows")}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          dense
        />
      )}
    </>
  );
}

function partedByRow(messages: readonly SheetMessage[]) {
  const keyed = messages.map((message, at) => ({ ...message, key: String(at) }));
  return {
    rows: keyed.filter(({ row }) => row !== undefined),
    others: keyed.filter(({ row }) => row === undefined),
  };
}
