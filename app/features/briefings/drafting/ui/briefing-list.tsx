import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import type { BriefingState } from "#app/features/briefings/briefing-transition.ts";
import type { NextStep } from "#app/features/briefings/drafting/briefing-steps.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { NextWords } from "./next-words.tsx";
import { StateTag } from "./state-tag.tsx";

export interface ListedBriefing {
  readonly id: string;
  readonly state: BriefingState;
  readonly session: string;
  readonly title: string;
  readonly next: readonly NextStep[];
}

interface BriefingListProps {
  readonly briefings: readonly ListedBriefing[];
  readonly role: string;
}

export function BriefingList({ briefings, role }: BriefingListProps) {
  const t = useText();
  const columns: Column<ListedBriefing>[] = [
    {
      key: "title",
      header: t("drafting.list.column.title"),
      isRowHeader: true,
      cell: ({ id, title }) => (
        <a href={paths.briefingDraft(id)}>
          <bdi>{title || t("drafting.untitled")}</bdi>
        </a>
      ),
    },
    { key: "session", header: t("drafting.list.column.session"), cell: ({ session }) => sessionName(session, t) },
    { key: "state", header: t("drafting.list.column.state"), cell: ({ state }) => <StateTag state={state} /> },
    {
      key: "next",
      header: t("drafting.list.column.next"),
      cell: ({ next }) => <NextWords next={next} role={role} />,
    },
  ];
  return (
    <DataTable
      caption={t("drafting.list.heading")}
      captionHidden
      columns={columns}
      rows={briefings}
      rowKey={({ id }) => id}
    />
  );
}
