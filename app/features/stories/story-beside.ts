import type { CaseReport } from "#app/features/cases/case-report.ts";
import type { StoryPrecision } from "#app/features/disclosure/narratives/story-precision.ts";
import { regionalGroupOf } from "#app/features/registers/regional-groups.ts";
import type { StoryBeside } from "./story.ts";
import type { BesideName } from "./story-forms.ts";

/** What the case says that may stand beside a story of it: the group of what happened, and the regional group. */
export function possibleBeside(report: CaseReport, { place }: StoryPrecision): StoryBeside {
  const incident = report.incidentGroup?.incidentGroup;
  const country = report.affectedCountry?.affectedCountry;
  const region = country && place === "region" ? regionalGroupOf(country) : null;
  return { ...(incident && { incident }), ...(region && { affected_region: region }) };
}

/** Of these the chosen ones. What the case does not say, or the risk forbids, stands beside nothing. */
export function chosenBeside(possible: StoryBeside, chosen: readonly BesideName[]): StoryBeside {
  return Object.fromEntries(Object.entries(possible).filter(([name]) => chosen.includes(name as BesideName)));
}
