import { KnownDate } from "#app/design-system/content/known-date.tsx";
import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { RemedyResult } from "#app/features/cases/case-report.ts";
import type { CaseRemedies, RemedyLine } from "#app/features/cases/remedies/case-remedies.ts";
import type { TimeToResolution } from "#app/features/cases/remedies/time-to-resolution.ts";
import { useText } from "#app/i18n/text-context.tsx";

const TONES: Record<RemedyResult, TagTone> = {
  solved: "glacier",
  partly: "amber",
  not_solved: "quiet",
  waiting: "plain",
};

/** What came of it, and since when. */
export function ResultWords({ line: { result, endedOn } }: { readonly line: Pick<RemedyLine, "result" | "endedOn"> }) {
  const t = useText();
  if (!result) return <span className="quiet">{t("casework.not-said")}</span>;
  return (
    <>
      <Tag tone={TONES[result]}>{t(`remedies.result.${result}`)}</Tag>
      {endedOn && (
        <>
          {" "}
          <KnownDate value={endedOn} />
        </>
      )}
    </>
  );
}

/** How the case stands, as the team says it, with what the reporter said beside it, and how long it took. */
export function OutcomeWords({ remedies: { outcome, reported, time } }: { readonly remedies: CaseRemedies }) {
  const t = useText();
  return (
    <>
      {outcome && (
        <p>
          <b>{t("remedies.outcome.now", { outcome: outcome.label })}</b>
          {outcome.on && (
            <>
              {" · "}
              <KnownDate value={outcome.on} />
            </>
          )}
        </p>
      )}
      {!outcome && reported && <p>{t("remedies.outcome.reported", { outcome: reported.label })}</p>}
      {time && (
        <p className="quiet">
          <TimeWords time={time} />
        </p>
      )}
    </>
  );
}

function TimeWords({ time }: { readonly time: TimeToResolution }) {
  const t = useText();
  if (time.kind === "before") return <>{t("remedies.time.before")}</>;
  const { kind, least, most } = time;
  if (least === most) return <>{t(`remedies.time.${kind}`, { count: most })}</>;
  return <>{t(`remedies.time.${kind}-between`, { least, most })}</>;
}
