import { Heading } from "#app/design-system/content/heading.tsx";
import type { LeftOutReason, ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import type { PublishedGrid } from "#app/features/briefings/published/published-text.ts";
import { PublishedTable } from "#app/features/briefings/published/ui/published-table.tsx";
import type { HeldReason } from "#app/features/disclosure/protect-outcome.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface TablesPreviewProps {
  readonly tables: readonly PublishedGrid[];
  readonly population: ProtectedRelease["population"];
  readonly coverage: ProtectedRelease["coverage"];
}

/** The tables as they would print, and nothing that would not. */
export function TablesPreview({ tables, population, coverage }: TablesPreviewProps) {
  const t = useText();
  const words = {
    withheld: t("briefings.table.withheld"),
    footnote: t("briefings.table.footnote"),
    charts: t("briefings.chart.each"),
    contents: "",
    producedWith: "",
    page: "",
  };
  return (
    <>
      <p>
        {population.kind === "rounded"
          ? t("drafting.tables.population", { count: population.organisations })
          : t(
              population.kind === "more_than_five" ? "drafting.tables.more-than-five" : "briefings.figures.not-said",
            )}{" "}
        {t(coverage === "all_teams" ? "drafting.tables.all-teams" : "drafting.tables.open-teams")}
      </p>
      {tables.map((table) => (
        <PublishedTable key={table.id} table={table} words={words} />
      ))}
    </>
  );
}

/** What could be worked back, cell by cell, and what would mend it. */
export function LeakList({ leaks }: { readonly leaks: readonly string[] }) {
  const t = useText();
  if (leaks.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t("drafting.tables.leaks")}</Heading>
      <p>{t("drafting.tables.leaks-why")}</p>
      <ul>
        {leaks.map((leak) => (
          <li key={leak}>{leak}</li>
        ))}
      </ul>
    </>
  );
}

/** A survey is a release of its own: it is shown or held by itself. */
export function HeldSurvey({ reasons }: { readonly reasons: readonly HeldReason[] }) {
  const t = useText();
  if (reasons.length === 0) return null;
  return (
    <section>
      <p>{t("survey-tables.choose.held")}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{t(`briefings.left-out-reason.${reason}`)}</li>
        ))}
      </ul>
    </section>
  );
}

/** For those who prepare a briefing: why a table is not shown. Readers learn only that it is not. */
export function LeftOutTables({ leftOut }: { readonly leftOut: readonly { title: string; reason: LeftOutReason }[] }) {
  const t = useText();
  if (leftOut.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t("drafting.tables.left-out")}</Heading>
      {[...new Set(leftOut.map(({ reason }) => reason))].map((why) => (
        <section key={why}>
          <p>{t(`briefings.left-out-reason.${why}`)}</p>
          <ul>
            {leftOut
              .filter(({ reason }) => reason === why)
              .map(({ title }) => (
                <li key={title}>{title}</li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
