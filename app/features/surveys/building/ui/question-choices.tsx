import { Heading } from "#app/design-system/content/heading.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import type { EditedRows, QuestionPage } from "#app/features/surveys/building/question-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { ChoiceSources } from "./choice-sources.tsx";

/** The answers to choose from, and the rows; nothing for kinds that have neither. */
export function QuestionChoices({ question }: { readonly question: QuestionPage }) {
  const t = useText();
  const { kind, options, rows, headings } = question;
  return (
    <>
      {options && (
        <section>
          <Heading level={2}>{t("questionnaires.choices.options.heading")}</Heading>
          <ChoiceSources part="options" choices={options} headings={headings} mayStandAlone={kind === "many-of"} />
        </section>
      )}
      {rows && <Rows rows={rows} headings={headings} />}
    </>
  );
}

/** Rows of its own, or those of an earlier question. */
function Rows({ rows, headings }: Pick<QuestionPage, "headings"> & { readonly rows: EditedRows }) {
  const t = useText();
  const { origins, carried } = rows;
  return (
    <section>
      <Heading level={2}>{t("questionnaires.choices.rows.heading")}</Heading>
      {(origins.length > 0 || carried) && (
        <Select
          name="rowsFrom"
          label={t("questionnaires.rows.from")}
          hint={t("questionnaires.rows.from-hint")}
          empty={t("questionnaires.rows.own")}
          options={origins}
        />
      )}
      {carried && carried.where.length > 0 && (
        <CheckboxCards
          name="rowsWhere"
          label={t("questionnaires.rows.where")}
          hint={t("questionnaires.rows.where-hint")}
          options={carried.where}
        />
      )}
      {carried && carried.except.length > 0 && (
        <CheckboxCards
          name="rowsExcept"
          label={t("questionnaires.rows.except")}
          options={carried.except}
          fold={{ after: 0, label: t("questionnaires.rows.except-fold") }}
          optional
        />
      )}
      {!carried && <ChoiceSources part="rows" choices={rows} headings={headings} mayStandAlone={false} />}
    </section>
  );
}
