import { useText } from "#app/i18n/text-context.tsx";

/** What a team is called, and whether it is the one behind the wall. */
export interface NamedTeam {
  readonly label: string;
  readonly walled: boolean;
}

/**
 * A team by its label, which is a name and the same in every language; that it stands behind the wall is said in the
 * reader's own.
 */
export function TeamName({ team: { label, walled } }: { readonly team: NamedTeam }) {
  const t = useText();
  return (
    <>
      <bdi>{label}</bdi>
      {walled && ` (${t("common.team.walled")})`}
    </>
  );
}
