import { Notice } from "#app/design-system/content/notice.tsx";
import type { Colleague, Staff } from "#app/features/accounts/people/people.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface KeyNoticesProps extends Omit<Staff, "colleagues"> {
  readonly colleagues: readonly Colleague[];
  readonly mayGrant: boolean;
}

/** What somebody should do about keys: give those that are waited for, renew those that somebody left, split a team. */
export function KeyNotices({ colleagues, crowdedTeams, mostHolders, rotationsDue, mayGrant }: KeyNoticesProps) {
  const t = useText();
  const waiting = colleagues.filter(({ isLocked, keys }) => !isLocked && keys.held < keys.due).length;
  return (
    <>
      {(waiting > 0 || rotationsDue > 0) && (
        <Notice kind="warning" title={t("people.keys.waiting", { waiting, rotations: rotationsDue })}>
          {mayGrant ? <a href={paths.peopleKeys()}>{t("people.keys.link")}</a> : <p>{t("people.keys.by-holders")}</p>}
        </Notice>
      )}
      {crowdedTeams.map((team) => (
        <Notice key={team} kind="warning" title={t("people.crowded.title", { team, most: mostHolders })}>
          <p>{t("people.crowded.why")}</p>
        </Notice>
      ))}
    </>
  );
}
