import { Heading } from "#app/design-system/content/heading.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { ASK_CODES, ASKS, type AskCode, byAddressee } from "#app/features/briefings/asks.ts";
import { askField, askFigureField, dueField, evidenceField } from "#app/features/briefings/drafting/briefing-forms.ts";
import type { EvidenceOption } from "#app/features/briefings/drafting/evidence-options.server.ts";
import { subjectOf } from "#app/features/briefings/figures/dimensions.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** A printed cell, as the form sends it. */
interface ShownFigure {
  readonly value: string;
  readonly table: string;
  readonly label: string;
}

interface AskFieldsProps {
  readonly figures: readonly ShownFigure[];
  readonly tables: readonly EvidenceOption[];
  readonly chosen: readonly AskCode[];
}

/** Every ask of the campaign by addressee; evidence and date of the chosen ones stand open. */
export function AskFields({ tables, figures, chosen }: AskFieldsProps) {
  const t = useText();
  const sections = byAddressee(ASK_CODES.map((code) => ({ code }))).map(([addressee, asks]) => (
    <section key={addressee}>
      <Heading level={2}>{t(`asks.addressee.${addressee}`)}</Heading>
      {asks.map(({ code }) => (
        <AskField
          key={code}
          code={code}
          evidence={tables.filter((table) => bearsOn(table, code))}
          figures={figures}
          isOpen={chosen.includes(code)}
          areTablesThere={tables.length > 0}
        />
      ))}
    </section>
  ));
  return (
    <>
      {tables.length === 0 && <p className="note">{t("drafting.asks.evidence-later")}</p>}
      {sections}
    </>
  );
}

/** At whatever level, and beside whatever else. */
function bearsOn({ about }: EvidenceOption, code: AskCode): boolean {
  const subjects = ASKS[code].evidence.map(subjectOf);
  return about.some((subject) => subjects.includes(subject));
}

interface AskFieldProps {
  readonly code: AskCode;
  readonly evidence: readonly EvidenceOption[];
  readonly figures: readonly ShownFigure[];
  readonly isOpen: boolean;
  readonly areTablesThere: boolean;
}

function AskField({ code, evidence, figures, isOpen, areTablesThere }: AskFieldProps) {
  const t = useText();
  return (
    <div className="ask-choice">
      <Checkbox name={askField(code)} label={t(`asks.text.${code}`)} hint={<bdi>{code}</bdi>} />
      {evidence.length === 0 ? (
        areTablesThere && <p className="note">{t("drafting.asks.no-evidence")}</p>
      ) : (
        <details open={isOpen}>
          <summary>{t("drafting.asks.details", { code })}</summary>
          <CheckboxCards
            name={evidenceField(code)}
            label={t("drafting.asks.evidence", { code })}
            options={evidence.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Select
            name={askFigureField(code)}
            label={t("writing.ask-figure", { code })}
            hint={t("writing.ask-figure-hint")}
            options={evidence.flatMap(({ id, title }) =>
              figures.filter(({ table }) => table === id).map(({ value, label }) => ({ value, label, group: title })),
            )}
            empty={t("writing.ask-no-figure")}
            optional
          />
          <TextInput name={dueField(code)} type="date" size="short" label={t("drafting.asks.due", { code })} optional />
        </details>
      )}
    </div>
  );
}
