import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ChosenVerb } from "#app/features/cases/chosen/chosen-forms.ts";
import type { NamedResult } from "#app/features/cases/chosen/chosen-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { NothingChosen } from "./chosen-page.tsx";

interface ChosenResultsProps {
  readonly verb: ChosenVerb | null;
  readonly results: readonly NamedResult[];
}

/** Of several the page tells only that it stayed as it was; the way back to it is the link. */
const STALE = "case.changed-meanwhile";

/** What became of each case: first what was not done and why, because that is what is still to be done. */
export function ChosenResults({ verb, results }: ChosenResultsProps) {
  const t = useText();
  const refused = results.filter(({ code }) => code !== null);
  const done = results.filter(({ code }) => code === null);
  return (
    <Page back={{ href: paths.queue(), label: t("casework.queue.heading") }}>
      <Heading>{t(verb ? `chosen.verb.${verb}` : "chosen.none.title")}</Heading>
      {results.length === 0 && <NothingChosen />}
      {refused.length > 0 && (
        <Notice kind="warning" title={t("chosen.refused", { count: refused.length })}>
          <ul>
            {refused.map(({ caseId, reference, code }) => (
              <li key={caseId}>
                <a href={paths.case(caseId)}>
                  <bdi>{reference}</bdi>
                </a>
                {": "}
                {code === STALE ? t("chosen.stale") : t.dynamic(`refusal.${code}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {done.length > 0 && (
        <Notice kind="success" title={t("chosen.done", { count: done.length })}>
          <ul>
            {done.map(({ caseId, reference }) => (
              <li key={caseId}>
                <a href={paths.case(caseId)}>
                  <bdi>{reference}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Page>
  );
}
