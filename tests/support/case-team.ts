import type { Actor } from "#app/access/actor.ts";
import { USUAL_JUDGEMENT } from "#app/cli/demo/judgement.ts";
import { actorFor, newColleague, newReporter, newWorld, type Person, type World } from "./world.ts";

/** What a coordinator's form of a case's assessment holds: the law did not ask for the refusal, and the case counts. */
export const A_JUDGEMENT = { ...USUAL_JUDGEMENT, severity: "high", risk: "elevated" } as const;

/** An installation with an organisation that reports, and somebody who may lead a case. */
export interface CaseTeam {
  readonly world: World;
  readonly reporter: Person;
  readonly lead: Person;
  readonly as: {
    reporter(): Promise<Actor>;
    intake(): Promise<Actor>;
    walledIntake(): Promise<Actor>;
    lead(): Promise<Actor>;
  };
}

export async function newCaseTeam(): Promise<CaseTeam> {
  const world = await newWorld();
  const reporter = await newReporter(world);
  const lead = await newColleague(world, "lead");
  const { coordinators, setUp } = world;
  const as = {
    reporter: () => actorFor(reporter, "reporter"),
    intake: () => actorFor(coordinators[0], "intake", setUp.teamId),
    walledIntake: () => actorFor(coordinators[1], "intake", setUp.walledTeamId),
    lead: () => actorFor(lead, "lead"),
  };
  return { world, reporter, lead, as };
}
