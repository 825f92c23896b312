import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { CaseRemedies } from "#app/features/cases/remedies/case-remedies.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { RemedyTable } from "./remedy-table.tsx";
import { OutcomeWords } from "./remedy-words.tsx";

interface RemediesProps {
  readonly remedies: CaseRemedies;
}

/** All that was tried for one case, and where the next thing is written down. */
export function RemediesList({ remedies }: RemediesProps) {
  const t = useText();
  const { caseId, rows, isUsable } = remedies;
  return (
    <>
      <OutcomeWords remedies={remedies} />
      {rows.length > 0 ? (
        <RemedyTable caseId={caseId} rows={rows} canChange={isUsable} />
      ) : (
        <EmptyState title={t("remedies.none.title")}>{isUsable && <p>{t("remedies.none.body")}</p>}</EmptyState>
      )}
      {isUsable ? <NextSteps caseId={caseId} /> : <p>{t("remedies.ended-case")}</p>}
    </>
  );
}

function NextSteps({ caseId }: { readonly caseId: string }) {
  const t = useText();
  return (
    <ButtonRow>
      <ButtonLink href={paths.caseRemedyNew(caseId)}>{t("remedies.new.link")}</ButtonLink>
      <ButtonLink href={paths.caseOutcome(caseId)} look="secondary">
        {t("remedies.outcome.link")}
      </ButtonLink>
    </ButtonRow>
  );
}

/** On the page of the case itself: how it stands, what is waited for, and the way to all of it. */
export function RemediesOfCase({ remedies }: RemediesProps) {
  const t = useText();
  const { caseId, rows, isUsable } = remedies;
  const waiting = rows.filter(({ result, kept }) => kept && result === "waiting");
  return (
    <section aria-labelledby="remedies">
      <Heading level={2} id="remedies">
        {t("remedies.heading")}
      </Heading>
      <OutcomeWords remedies={remedies} />
      {waiting.length > 0 && <RemedyTable caseId={caseId} rows={waiting} canChange={isUsable} />}
      <p>
        <a href={paths.caseRemedies(caseId)}>{t("remedies.all", { count: rows.length })}</a>
      </p>
    </section>
  );
}

/** For the reporter: what was done, by whom in the team matters to nobody. */
export function RemediesForReporter({ remedies }: RemediesProps) {
  const t = useText();
  const { caseId, rows, outcome } = remedies;
  const done = rows.filter(({ kept }) => kept);
  if (done.length === 0 && !outcome) return null;
  return (
    <>
      <OutcomeWords remedies={remedies} />
      {done.length > 0 && (
        <>
          <p>{t("remedies.for-reporter")}</p>
          <RemedyTable caseId={caseId} rows={rows} canChange={false} toReporter />
        </>
      )}
    </>
  );
}
