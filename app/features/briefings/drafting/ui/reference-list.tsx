import { Heading } from "#app/design-system/content/heading.tsx";
import type { ReferenceTable } from "#app/features/briefings/drafting/reference-option.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { Written } from "./written.tsx";

/** What a text can point to: each figure with what to write for it. */
export function ReferenceList({ tables }: { readonly tables: readonly ReferenceTable[] }) {
  const t = useText();
  return (
    <section>
      <Heading level={2}>{t("writing.reference.heading")}</Heading>
      <p>{t("writing.reference.lead")}</p>
      {tables.length === 0 && <p className="note">{t("writing.reference.none")}</p>}
      {tables.map(({ title, cells }) =>
        title === "" ? (
          <Cells key="all" cells={cells} />
        ) : (
          <details key={title} className="fold">
            <summary>{title}</summary>
            <Cells cells={cells} />
          </details>
        ),
      )}
    </section>
  );
}

function Cells({ cells }: Pick<ReferenceTable, "cells">) {
  const t = useText();
  return (
    <ul>
      {cells.map(({ reference, label, printed }) => (
        <li key={reference}>
          {t("briefings.chart.bar", { label, value: printed })} <Written text={reference} />
        </li>
      ))}
    </ul>
  );
}
