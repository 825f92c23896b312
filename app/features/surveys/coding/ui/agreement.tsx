import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { FigureRow } from "#app/design-system/content/figure-row.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import type { CodeAgreement } from "#app/features/surveys/coding/coding-agreement.ts";
import type { AgreementPage, CodeOption } from "#app/features/surveys/coding/coding-pages.server.ts";
import { LEAST_BASE } from "#app/features/surveys/results/tally.ts";
import type { Agreement as Agreed } from "#app/features/surveys/statistics/agreement.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { CodesOfText, TextAsWritten } from "./code-text.tsx";
import { CodingPage } from "./coding-frame.tsx";

/** How far both coders agree, and the texts on which they have still to speak. */
export function Agreement({ page }: { readonly page: AgreementPage }) {
  const t = useText();
  const { frame, label, agreement, options, differing, unsettled } = page;
  return (
    <CodingPage frame={frame} label={label} width="table">
      {agreement === null ? (
        <Lead>{t("refusal.coding.not-both-done")}</Lead>
      ) : (
        <>
          <Figures agreement={agreement} />
          <KappaTable codes={agreement.codes} options={options} />
          <Heading level={2}>{t("survey-coding.settle.heading")}</Heading>
          <p>
            {unsettled === 0 ? t("survey-coding.settle.none") : t("survey-coding.settle.left", { count: unsettled })}
          </p>
          {differing && <Differing differing={differing} options={options} />}
        </>
      )}
    </CodingPage>
  );
}

function Figures({
  agreement: { texts, alike, overall },
}: {
  readonly agreement: NonNullable<AgreementPage["agreement"]>;
}) {
  const t = useText();
  const kappa = useKappa();
  return (
    <FigureRow
      figures={[
        { value: texts, label: t("survey-coding.figure.texts") },
        { value: alike, label: t("survey-coding.figure.alike") },
        {
          value: kappa(overall),
          label: t("survey-coding.figure.kappa"),
          note: t("survey-coding.figure.judgements", { count: overall.texts }),
        },
      ]}
    />
  );
}

function useKappa(): (of: Agreed) => string {
  const { number } = useFormats();
  return ({ kappa }) => (kappa === null ? "–" : number(kappa, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
}

interface KappaTableProps {
  readonly codes: readonly CodeAgreement[];
  readonly options: readonly CodeOption[];
}

function KappaTable({ codes, options }: KappaTableProps) {
  const t = useText();
  const { percent, number } = useFormats();
  const kappa = useKappa();
  const columns: Column<CodeAgreement>[] = [
    {
      key: "code",
      header: t("survey-coding.column.code"),
      isRowHeader: true,
      cell: ({ code }) => options.find(({ value }) => value === code)?.label ?? code,
    },
    { key: "n", header: t("survey-coding.column.texts"), numeric: true, cell: ({ texts }) => texts },
    { key: "one", header: t("survey-coding.column.one"), numeric: true, cell: ({ one }) => one },
    { key: "other", header: t("survey-coding.column.other"), numeric: true, cell: ({ other }) => other },
    {
      key: "observed",
      header: t("survey-coding.column.alike"),
      numeric: true,
      cell: ({ observed, texts }) => (texts < LEAST_BASE ? "–" : percent(observed)),
    },
    { key: "kappa", header: t("survey-coding.column.kappa"), numeric: true, cell: (row) => <b>{kappa(row)}</b> },
    {
      key: "error",
      header: t("survey-coding.column.error"),
      numeric: true,
      cell: ({ standardError }) => (standardError === null ? "–" : number(standardError, { maximumFractionDigits: 2 })),
    },
  ];
  return (
    <DataTable
      caption={t("survey-coding.kappa")}
      columns={columns}
      rows={codes}
      rowKey={({ code }) => code}
      note={t("survey-coding.kappa-note")}
    />
  );
}

interface DifferingProps {
  readonly differing: NonNullable<AgreementPage["differing"]>;
  readonly options: readonly CodeOption[];
}

function Differing({ differing: { mark, text, mine, theirs }, options }: DifferingProps) {
  const t = useText();
  const { list } = useFormats();
  const words = (codes: readonly string[]) =>
    codes.length === 0
      ? t("survey-coding.settle.no-code")
      : list(options.filter(({ value }) => codes.includes(value)).map(({ label }) => label));
  return (
    <>
      <TextAsWritten text={text} />
      <SummaryList
        rows={[
          { term: t("survey-coding.settle.mine"), value: words(mine) },
          { term: t("survey-coding.settle.theirs"), value: words(theirs) },
        ]}
      />
      <CodesOfText
        mark={mark}
        options={options}
        button={t("survey-coding.settle.button")}
        chosen={mine.filter((code) => theirs.includes(code))}
      />
    </>
  );
}
