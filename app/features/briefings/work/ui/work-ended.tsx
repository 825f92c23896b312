import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import type { ShownWork } from "#app/features/briefings/work/briefing-work-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface WorkEndedProps {
  readonly briefingId: string;
  /** null where nothing is known: it went with its session, or nothing was begun */
  readonly work: ShownWork | null;
}

/** Nothing came of it, and nothing of it is written: why, and where it is begun again. */
export function WorkEnded({ briefingId, work }: WorkEndedProps) {
  const t = useText();
  return (
    <>
      {work?.refusal && <ErrorSummary refusal={work.refusal} />}
      <Heading>{t(work ? "drafting.work.ended" : "drafting.work.nothing")}</Heading>
      <Lead>{t(whyOf(work))}</Lead>
      <ButtonRow>
        {work?.kind !== "release" && (
          <ButtonLink href={paths.briefingTables(briefingId)} look={work ? "primary" : "secondary"}>
            {t("drafting.work.to-tables")}
          </ButtonLink>
        )}
        {work?.kind !== "compute" && (
          <ButtonLink href={paths.briefingReview(briefingId)} look={work ? "primary" : "secondary"}>
            {t("drafting.work.to-review")}
          </ButtonLink>
        )}
      </ButtonRow>
    </>
  );
}

const whyOf = (work: ShownWork | null) => {
  const { standing } = work ?? {};
  return standing === "broken-off" || standing === "refused" || standing === "failed"
    ? (`drafting.work.why-${standing}` as const)
    : "drafting.work.why-nothing";
};
