import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import type { CrossChoice, CrossResult } from "#app/features/surveys/results/cross-results.ts";
import type { ResultChoice } from "#app/features/surveys/results/result-choice.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { ChoiceFields } from "./choice-fields.tsx";
import { RowsTable } from "./rows-table.tsx";
import { PartPatterns } from "./stack-bar.tsx";

export const CROSS_FIELDS = ["first", "second", "third"] as const;

interface TogetherProps {
  readonly choices: readonly CrossChoice[];
  readonly names: readonly string[];
  readonly result: CrossResult;
  readonly choice: ResultChoice;
}

/** Two or three questions together. The address holds names of questions and nothing that anybody answered. */
export function Together({ choices, names, result, choice }: TogetherProps) {
  const t = useText();
  return (
    <>
      <p>{t("survey-results.together.lead")}</p>
      <form method="get" className="together">
        {CROSS_FIELDS.map((name, place) => (
          <Select
            key={name}
            name={name}
            label={t(`survey-results.together.${name}`)}
            options={choices}
            defaultValue={names[place] ?? ""}
            optional={place === 2}
          />
        ))}
        <ChoiceFields choice={choice} />
        <ButtonRow>
          <Button>{t("survey-results.together.button")}</Button>
        </ButtonRow>
      </form>
      <Crossed result={result} />
    </>
  );
}

function Crossed({ result }: { readonly result: CrossResult }) {
  const t = useText();
  if (result.kind === "none") return null;
  if (result.kind === "too-large")
    return <EmptyState title={t("survey-results.together.too-large", { cells: result.cells })} />;
  if (result.rows.length === 0) return <EmptyState title={t("survey-results.together.nobody")} />;
  const { labels, n, rows, columns, isWhole, emptyRows, isSeveral } = result;
  const before = labels.slice(0, -1);
  return (
    <section>
      <PartPatterns />
      <p className="bases">{t("survey-results.together.n", { n })}</p>
      <RowsTable
        caption={labels.join(" × ")}
        captionHidden={false}
        first={before.join(" · ")}
        columns={columns}
        rows={rows}
        isWhole={isWhole}
      />
      {isSeveral && <p className="note">{t("survey-results.together.several-rows")}</p>}
      {!isWhole && <p className="note">{t("survey-results.several")}</p>}
      {emptyRows > 0 && <p className="note">{t("survey-results.together.empty-rows", { count: emptyRows })}</p>}
    </section>
  );
}
