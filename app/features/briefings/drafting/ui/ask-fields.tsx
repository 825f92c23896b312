import { Heading } from "#app/design-system/content/heading.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { ASK_CODES, ASKS, type AskCode, byAddressee } from "#app/features/briefings/asks.ts";
import { askField, dueField, evidenceField } from "#app/features/briefings/drafting/briefing-forms.ts";
import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface AskFieldsProps {
  /** tables of the specification: only these can stand behind an ask */
  readonly dimensions: readonly Dimension[];
  readonly chosen: readonly AskCode[];
}

/** Every ask of the campaign by addressee; evidence and date of the chosen ones stand open. */
export function AskFields({ dimensions, chosen }: AskFieldsProps) {
  const t = useText();
  return byAddressee(ASK_CODES.map((code) => ({ code }))).map(([addressee, asks]) => (
    <section key={addressee}>
      <Heading level={2}>{t(`asks.addressee.${addressee}`)}</Heading>
      {asks.map(({ code }) => (
        <AskField
          key={code}
          code={code}
          evidence={ASKS[code].evidence.filter((one) => dimensions.includes(one))}
          isOpen={chosen.includes(code)}
        />
      ))}
    </section>
  ));
}

interface AskFieldProps {
  readonly code: AskCode;
  readonly evidence: readonly Dimension[];
  readonly isOpen: boolean;
}

function AskField({ code, evidence, isOpen }: AskFieldProps) {
  const t = useText();
  return (
    <div className="ask-choice">
      <Checkbox name={askField(code)} label={t(`asks.text.${code}`)} hint={<bdi>{code}</bdi>} />
      {evidence.length === 0 ? (
        <p className="note">{t("drafting.asks.no-evidence")}</p>
      ) : (
        <details open={isOpen}>
          <summary>{t("drafting.asks.details", { code })}</summary>
          <CheckboxCards
            name={evidenceField(code)}
            label={t("drafting.asks.evidence", { code })}
            options={evidence.map((dimension) => ({
              value: dimension,
              label: t(`briefings.table.title.${dimension}`),
            }))}
          />
          <TextInput name={dueField(code)} type="date" size="short" label={t("drafting.asks.due", { code })} optional />
        </details>
      )}
    </div>
  );
}
