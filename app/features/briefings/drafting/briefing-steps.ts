import type { Role } from "#app/access/roles.ts";
import { ASK_CODES } from "#app/features/briefings/asks.ts";
import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import type { BriefingState } from "#app/features/briefings/briefing-transition.ts";
import type { LastAsks } from "#app/features/briefings/follow-up.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Obstacle } from "./briefing-readiness.ts";

/** The steps of a briefing in their usual order. Text is one step a language. */
export type StepName =
  | "specification"
  | "text"
  | "asks"
  | "follow-up"
  | "stories"
  | "names"
  | "tables"
  | "submit"
  | "approve"
  | "release";
export type StepState = "done" | "in-progress" | "not-started" | "locked";

export interface Step {
  readonly name: StepName;
  readonly state: StepState;
  readonly locale?: Locale | undefined;
}

export interface Standing {
  readonly state: BriefingState;
  readonly draft: BriefingDraft;
  readonly hasTables: boolean;
  /** how many institutions were proposed to be named, and how many of them a guardian has still to look at */
  readonly namings: { readonly all: number; readonly waiting: number };
  readonly obstacles: readonly Obstacle[];
  /** whose fate is to be told; null where nothing was released before */
  readonly last?: LastAsks | null;
  /** an editor answers for exactly what stands in review */
  readonly isApproved: boolean;
}

/** What is to be done next, and by whom; null where nothing is. */
export interface NextStep {
  readonly name: StepName;
  readonly role: Extract<Role, "editor" | "analyst" | "guardian">;
}

const TABLE_OBSTACLES: readonly Obstacle["code"][] = ["tables-missing", "tables-held"];
const isAboutTables = ({ code }: Obstacle) => TABLE_OBSTACLES.includes(code);
const isAboutStories = ({ code }: Obstacle) => code === "story-ended" || code === "story-refused";
const isAboutNames = ({ code }: Obstacle) => code === "name-void";
const isAboutText = ({ code }: Obstacle) =>
  code === "text-missing" || code === "name-typed" || code.startsWith("reference");
const isAboutAsks = ({ code }: Obstacle) => code.startsWith("ask-");
const isAboutFollowUp = ({ code, place }: Obstacle) =>
  code.startsWith("follow-up") ||
  ((code === "name-typed" || code.startsWith("reference")) && (ASK_CODES as readonly string[]).includes(partIn(place)));
const partIn = (place: string) => place.split(".")[1] ?? "";
const isAboutSpecification = ({ code }: Obstacle) => code === "language-missing" || code === "figure-not-shown";

const isOver = ({ state }: Pick<Standing, "state">): boolean => state === "released" || state === "withdrawn";

/**
 * Every step with how far it is. A locked one waits for another; nothing here decides who may take it. Of a briefing that
 * is over, what was taken is done, whatever has changed since, and what was not is no step any more.
 */
export function stepsOf(standing: Standing): Step[] {
  const steps = stepsUnderWay(standing);
  if (!isOver(standing)) return steps;
  return steps.filter(({ state }) => state !== "not-started").map((step) => ({ ...step, state: "done" }));
}

function stepsUnderWay(standing: Standing): Step[] {
  const { state, draft, hasTables, obstacles, isApproved } = standing;
  const isDraft = state === "draft";
  const { locales } = draft.specification;
  return [
    { name: "specification", state: obstacles.some(isAboutSpecification) ? "in-progress" : "done" },
    ...locales.map((locale) => ({ name: "text" as const, locale, state: textState(standing, locale) })),
    {
      name: "asks",
      state: draft.asks.length === 0 ? "not-started" : obstacles.some(isAboutAsks) ? "in-progress" : "done",
    },
    ...followUpStep(standing),
    {
      name: "stories",
      state: obstacles.some(isAboutStories) ? "in-progress" : draft.stories?.length ? "done" : "not-started",
    },
    { name: "names", state: namesState(standing) },
    { name: "tables", state: obstacles.some(isAboutTables) ? (hasTables ? "in-progress" : "not-started") : "done" },
    { name: "submit", state: isDraft ? (obstacles.length > 0 ? "locked" : "not-started") : "done" },
    { name: "approve", state: isDraft ? "locked" : isApproved || isOver(standing) ? "done" : "not-started" },
    { name: "release", state: isOver(standing) ? "done" : isApproved && !isDraft ? "not-started" : "locked" },
  ];
}

function namesState({ namings, obstacles }: Standing): StepState {
  if (obstacles.some(isAboutNames) || namings.waiting > 0) return "in-progress";
  return namings.all > 0 ? "done" : "not-started";
}

/** Only where something was asked before. */
function followUpStep({ last, draft, obstacles }: Standing): Step[] {
  if (!draft.followUp && !last) return [];
  if (!draft.followUp) return [{ name: "follow-up", state: "not-started" }];
  return [{ name: "follow-up", state: obstacles.some(isAboutFollowUp) ? "in-progress" : "done" }];
}

function textState({ draft, obstacles }: Standing, locale: Locale): StepState {
  if (!draft.texts[locale]) return "not-started";
  const isUnfinished = obstacles.some(
    (obstacle) => isAboutText(obstacle) && !isAboutFollowUp(obstacle) && obstacle.place.startsWith(`${locale}.`),
  );
  return isUnfinished ? "in-progress" : "done";
}

/** Everything that may be done now. In a draft analyst and editor work side by side; in review one follows the other. */
export function nextSteps(standing: Standing): NextStep[] {
  const { state, obstacles, namings, isApproved } = standing;
  if (state === "in_review")
    return [isApproved ? { name: "release", role: "guardian" } : { name: "approve", role: "editor" }];
  if (state !== "draft") return [];
  // Whoever is not approved by then is counted by type, so that nobody has to wait for it.
  const names = namings.waiting > 0 ? [{ name: "names", role: "guardian" } as const] : [];
  if (obstacles.length === 0) return [{ name: "submit", role: "editor" }, ...names];
  const writing = obstacles.find((obstacle) => !isAboutTables(obstacle));
  return [
    ...(obstacles.some(isAboutTables) ? [{ name: "tables", role: "analyst" } as const] : []),
    ...(writing ? [{ name: stepFor(writing), role: "editor" } as const] : []),
    ...names,
  ];
}

function stepFor(obstacle: Obstacle): StepName {
  if (isAboutAsks(obstacle)) return "asks";
  if (isAboutStories(obstacle)) return "stories";
  if (isAboutNames(obstacle)) return "names";
  if (isAboutFollowUp(obstacle)) return "follow-up";
  return isAboutSpecification(obstacle) ? "specification" : "text";
}
