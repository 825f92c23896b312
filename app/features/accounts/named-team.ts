import type { NamedTeam } from "#app/design-system/content/team-name.tsx";

interface TeamRow extends NamedTeam {
  readonly id: string;
}

/** @returns null for a role that works for the whole coalition */
export function namedTeam(teams: readonly TeamRow[], teamId: string | null): NamedTeam | null {
  const team = teams.find(({ id }) => id === teamId);
  return team ? { label: team.label, walled: team.walled } : null;
}
