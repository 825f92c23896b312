import { DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ListedState, StateGroup } from "#app/features/briefings/states/state-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { PartyTag } from "./state-words.tsx";

/** Every State of the register by regional group, each leading to what it is asked. */
export function StateListPage({ groups }: { readonly groups: readonly StateGroup[] }) {
  const t = useText();
  return (
    <Page width="page" back={paths.briefings()}>
      <Heading>{t("states.heading")}</Heading>
      <Lead>{t("states.lead")}</Lead>
      {groups.map(({ group, name, states }) => (
        <section key={group}>
          <Heading level={2} beside={t("states.count", { count: states.length })}>
            {name}
          </Heading>
          <StateTable caption={name} states={states} />
        </section>
      ))}
      <p className="note">{t("states.caution")}</p>
    </Page>
  );
}

function StateTable({ caption, states }: { readonly caption: string; readonly states: readonly ListedState[] }) {
  const t = useText();
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        {
          key: "name",
          header: t("states.column.state"),
          cell: ({ iso2, name }: ListedState) => <a href={paths.state(iso2.toLowerCase())}>{name}</a>,
          isRowHeader: true,
        },
        { key: "status", header: t("states.column.statute"), cell: ({ status }) => <PartyTag status={status} /> },
        { key: "apic", header: t("states.column.apic"), cell: ({ apic }) => t(`states.apic.${apic}`) },
        { key: "law", header: t("states.column.law"), cell: ({ law }) => t(`states.law.${law}`) },
      ]}
      rows={states}
      rowKey={({ iso2 }) => iso2}
      dense
    />
  );
}
