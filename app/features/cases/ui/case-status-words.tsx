import type { AnswerPromise } from "#app/features/cases/case-promise.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

interface CaseStatusWordsProps {
  readonly status: CaseStatus;
  readonly promise: AnswerPromise;
  /** ISO instant of the request */
  readonly now: string;
}

/** Until somebody has begun to help, the day that was named on arrival holds. */
const PROMISED: readonly CaseStatus[] = ["received", "triaged"];
/** Work that takes as long as it takes: no day is known, and that is said. */
const UNDATED: readonly CaseStatus[] = ["support_ongoing", "escalated"];

/** Where a sent report stands and what comes next, as one would say it on the telephone. */
export function CaseStatusWords({ status, promise, now }: CaseStatusWordsProps) {
  const t = useText();
  return (
    <>
      <p>
        <b>{t(`cases.status.${status}.meaning`)}</b> {t(`cases.status.${status}.next`)}
      </p>
      {PROMISED.includes(status) && <PromiseWords promise={promise} now={now} />}
      {UNDATED.includes(status) && <p>{t("reports.promise.no-day")}</p>}
    </>
  );
}

/** A promise that was missed is said as such: whoever waits must know that it is not their fault. */
export function PromiseWords({ promise: { urgency, answerBy }, now }: Omit<CaseStatusWordsProps, "status">) {
  const t = useText();
  const { date, dateTime } = useFormats();
  const by = new Date(answerBy);
  const words = urgency === "u1_24h" ? dateTime(by) : date(by);
  if (answerBy < now) return <p>{t("reports.promise.late", { by: words })}</p>;
  return <p>{t(urgency === "u4_next_review" ? "reports.promise.review" : "reports.promise.by", { by: words })}</p>;
}
