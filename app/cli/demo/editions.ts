import { releaseSampleBriefing, type SampleHands } from "#app/features/briefings/demo/sample-release.server.ts";
import { SECOND_SAMPLE } from "#app/features/briefings/demo/second-sample.ts";
import { insertSyntheticCases } from "#app/features/cases/demo/demo-cases.server.ts";
import { importIncidents } from "#app/features/cases/import/incident-import.server.ts";
import { type PublicIncident, parsePublicIncidents } from "#app/features/cases/import/public-incidents.ts";
import type { SurveyWish } from "#app/features/surveys/publishing/survey-wish.ts";
import { readSeedText } from "#app/features/taxonomy/seed-csv.server.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { setClock } from "#app/platform/clock.server.ts";
import { askInventedBank } from "./named-bank.ts";
import { actorFor, type FirstDay, type Person } from "./people.ts";

/** A week before the 24th Assembly: what was public by then is in the first edition. */
const FIRST_EDITION = new Date("2025-11-24T09:00:00Z");
/** With fewer organisations there would be little to print. */
const CASES_OF_AN_EDITION = 400;

/** Who writes, counts and releases. */
export interface Desk {
  readonly day: FirstDay;
  readonly editor: Person;
  readonly analyst: Person;
}

/** What is done here happened a year ago, by every clock of the product. */
export async function aYearAgo<Done>(work: () => Promise<Done>): Promise<Done> {
  const shift = Date.now() - FIRST_EDITION.getTime();
  const putBack = setClock(() => new Date(Date.now() - shift));
  try {
    return await work();
  } finally {
    putBack();
  }
}

/** Of the public incidents known then, and of nothing else: its words speak of them alone. */
export async function releaseFirstEdition(desk: Desk): Promise<void> {
  await importSome(desk, (incident) => wasKnown(incident));
  await releaseSampleBriefing(await handsOf(desk));
}

/**
 * Of the public incidents since, and of invented cases where there are enough of them, with a survey beside them.
 * @returns how many invented cases were used
 */
export async function releaseSecondEdition(
  desk: Desk,
  synthetic: { cases: number; seed: number },
  survey: SurveyWish,
): Promise<number> {
  await importSome(desk, (incident) => !wasKnown(incident));
  if (synthetic.cases < CASES_OF_AN_EDITION) return 0;
  await insertSyntheticCases(await coordinator(desk), { ...synthetic, cases: CASES_OF_AN_EDITION });
  await askInventedBank(await coordinator(desk));
  await releaseSampleBriefing(await handsOf(desk), { ...SECOND_SAMPLE, survey });
  return CASES_OF_AN_EDITION;
}

/** Days of a month or year that is not known more precisely count from its beginning. */
function wasKnown({ reportedOn, startedOn }: PublicIncident): boolean {
  const { date } = reportedOn ?? startedOn;
  return date === null || date <= FIRST_EDITION.toISOString().slice(0, 10);
}

async function importSome(desk: Desk, isMeant: (incident: PublicIncident) => boolean): Promise<void> {
  const { incidents } = parsePublicIncidents(readSeedText("public-incidents"));
  valueFrom(await importIncidents(await coordinator(desk), incidents.filter(isMeant)));
}

const coordinator = ({ day: { coordinators, setUp } }: Desk) => actorFor(coordinators[0], "intake", setUp.teamId);

async function handsOf({ day, editor, analyst }: Desk): Promise<SampleHands> {
  return {
    editor: await actorFor(editor, "editor"),
    analyst: await actorFor(analyst, "analyst"),
    guardian: await actorFor(day.guardians[0], "guardian"),
  };
}
