import type { Invited } from "./panel.ts";

/** Bands of paid staff, as the standard questionnaire asks for them. */
export const SIZES = ["0", "1_5", "6_20", "21_50", "51_250", "gt_250"] as const;

/** What the coordinators do not know of an organisation. */
export const NOT_SAID = "not_said";

/** Who was asked, as far as analysts may know it: how many of a region and a size, and never who. */
export interface PanelMakeup {
  /** organisations that were given a code */
  readonly asked: number;
  readonly strata: readonly { readonly region: string; readonly size: string; readonly asked: number }[];
}

/** Of those who were given a code, and of nobody else: only they were asked. Strata in an order that says nothing. */
export function makeupOf(invited: readonly Invited[]): PanelMakeup {
  const asked = invited.filter(({ code }) => code !== null);
  const counts = new Map<string, number>();
  for (const { region, size } of asked) {
    const key = `${region ?? NOT_SAID}|${size ?? NOT_SAID}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const strata = [...counts].sort().map(([key, count]) => {
    const [region, size] = key.split("|") as [string, string];
    return { region, size, asked: count };
  });
  return { asked: asked.length, strata };
}
