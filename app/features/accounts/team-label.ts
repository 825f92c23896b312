interface LabelledTeam {
  readonly id: string;
  readonly label: string;
}

/** @returns null for a role that works for the whole coalition */
export function teamLabel(teams: readonly LabelledTeam[], teamId: string | null): string | null {
  return teams.find(({ id }) => id === teamId)?.label ?? null;
}
