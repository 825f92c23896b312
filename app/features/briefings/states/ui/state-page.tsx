import { DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { SummaryList, type SummaryRow } from "#app/design-system/content/summary-list.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { FollowedAsks } from "#app/features/briefings/published/ui/followed-asks.tsx";
import type { RegionFigure, StateAsk, StatePageData } from "#app/features/briefings/states/state-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { PartyTag } from "./state-words.tsx";

/** For whoever speaks with a State, and for the State: how it stands, what was said of its region, what it is asked. */
export function StatePage({ state }: { readonly state: StatePageData }) {
  const t = useText();
  const { name, groupName, sources } = state;
  return (
    <Page width="page" back={{ href: paths.states(), label: t("states.heading") }} caption={groupName}>
      <Heading beside={<PartyTag status={state.status} />}>{name}</Heading>
      <Lead>{t("states.page.lead")}</Lead>
      <Standing state={state} />
      <Asks state={state} />
      <FollowUp state={state} />
      <Region state={state} />
      <Heading level={2}>{t("states.page.sources")}</Heading>
      <ul lang="en" dir="ltr" className="note">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <p className="note">{t("states.caution")}</p>
    </Page>
  );
}

function Standing({ state }: { readonly state: StatePageData }) {
  const t = useText();
  const { date } = useFormats();
  const { inForceOn, withdrawalNotifiedOn, withdrawalEffectiveOn, apic, apicSince, law } = state;
  const day = (value: string | null) => value && date(value);
  const leaving: SummaryRow[] = withdrawalNotifiedOn
    ? [
        { term: t("states.page.notified"), value: day(withdrawalNotifiedOn) },
        { term: t("states.page.effective"), value: day(withdrawalEffectiveOn) },
      ]
    : [];
  const since = apicSince && t("states.page.apic-since", { day: date(apicSince) });
  return (
    <SummaryList
      rows={[
        { term: t("states.page.in-force"), value: day(inForceOn) },
        ...leaving,
        { term: t("states.column.apic"), value: since ?? t(`states.apic.${apic}`) },
        { term: t("states.column.law"), value: t(`states.law-why.${law}`) },
      ]}
    />
  );
}

function Asks({ state: { asks, newest } }: { readonly state: StatePageData }) {
  const t = useText();
  if (asks.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{t("states.page.asks")}</Heading>
      <p>{newest ? t("states.page.asks-of", { briefing: newest.kicker }) : t("states.page.asks-standing")}</p>
      <ul>
        {asks.map((ask) => (
          <li key={ask.code}>
            <AskText ask={ask} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AskText({ ask: { text, due, evidence, figure, isMet } }: { readonly ask: StateAsk }) {
  const t = useText();
  const behind = [due, evidence, figure].filter(Boolean).join(" · ");
  return (
    <>
      {text} {isMet && <Tag>{t("states.page.met")}</Tag>}
      {behind && <p className="note">{behind}</p>}
    </>
  );
}

function FollowUp({ state: { followUp } }: { readonly state: StatePageData }) {
  const t = useText();
  if (!followUp) return null;
  return (
    <section>
      <Heading level={2}>{t("states.page.follow-up")}</Heading>
      <p>{followUp.lead}</p>
      <FollowedAsks followUp={followUp} />
    </section>
  );
}

function Region({ state: { figures, newest, groupName } }: { readonly state: StatePageData }) {
  const t = useText();
  const { number } = useFormats();
  if (!newest) return null;
  const printed = ({ printed }: RegionFigure) =>
    typeof printed === "number" ? number(printed) : t(`published.printed.${printed}`);
  return (
    <section>
      <Heading level={2}>{t("states.page.region", { group: groupName })}</Heading>
      <DataTable
        caption={t("states.page.region-caption")}
        columns={[
          {
            key: "table",
            header: t("published.column.table"),
            cell: ({ title }: RegionFigure) => title,
            isRowHeader: true,
          },
          { key: "printed", header: t("states.page.organisations"), cell: printed, numeric: true },
        ]}
        rows={figures}
        rowKey={({ dimension }) => dimension}
        note={<a href={paths.briefing(newest.slug)}>{t("published.newest", { briefing: newest.kicker })}</a>}
      />
      <p className="note">{t("states.page.region-why")}</p>
    </section>
  );
}
