import type { Column } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { type WaveRow, WaveTable } from "./wave-table.tsx";

const CAN_HAND_OVER: readonly WaveRow["state"][] = ["open", "closed", "read"];
const CAN_READ: readonly WaveRow["state"][] = ["closed", "read"];

/** The surveys of an analyst's team: what can be read of them, and from which something can be handed over. */
export function AnswersPage({ waves }: { readonly waves: readonly WaveRow[] }) {
  const t = useText();
  const hrefOf = ({ id, state }: WaveRow) => (CAN_READ.includes(state) ? paths.surveyResults(id) : null);
  const acts: Column<WaveRow> = {
    key: "acts",
    header: t("waves.column.acts"),
    cell: ({ id, state }) => (
      <>
        {CAN_READ.includes(state) && (
          <div>
            <a href={paths.surveyResults(id)}>{t("survey-results.heading")}</a>
          </div>
        )}
        {CAN_HAND_OVER.includes(state) && (
          <div>
            <a href={paths.surveyHandOver(id)}>{t("waves.hand-over.link")}</a>
          </div>
        )}
        <div>
          <a href={paths.surveyReaders(id)}>{t("waves.readers.column")}</a>
        </div>
      </>
    ),
  };
  return (
    <Page width="page" back={paths.briefingDrafts()}>
      <Heading>{t("waves.answers.heading")}</Heading>
      <Lead>{t("waves.answers.lead")}</Lead>
      {waves.length > 0 ? (
        <WaveTable waves={waves} hrefOf={hrefOf} after={acts} />
      ) : (
        <EmptyState title={t("waves.answers.empty")} />
      )}
    </Page>
  );
}
