import { describe, expect, test } from "vitest";
import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import { obstaclesToReview } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { nextSteps, type Standing, stepsOf } from "#app/features/briefings/drafting/briefing-steps.ts";
import { sampleDraft as anyDraft, sampleRelease } from "../sample-briefing.ts";

const release = sampleRelease();

/** With nothing missing: the figures of the shared sample are not all shown. */
function sampleDraft(): BriefingDraft {
  const draft = anyDraft();
  return { ...draft, specification: { ...draft.specification, figures: [] } };
}

function standing(draft: BriefingDraft, overrides: Partial<Standing> = {}): Standing {
  const obstacles = obstaclesToReview(draft, release);
  return {
    state: "draft",
    draft,
    hasTables: true,
    namings: { all: 0, waiting: 0 },
    obstacles,
    isApproved: false,
    ...overrides,
  };
}

const stateOf = (all: ReturnType<typeof stepsOf>, name: string) => all.find((step) => step.name === name)?.state;

describe("the steps of a briefing", () => {
  test("a whole draft waits for its editor to send it", () => {
    expect(nextSteps(standing(sampleDraft()))).toEqual([{ name: "submit", role: "editor" }]);
    expect(stateOf(stepsOf(standing(sampleDraft())), "submit")).toBe("not-started");
  });

  test("without tables analyst and editor work side by side", () => {
    const draft = { ...sampleDraft(), texts: {} };
    const bare = standing(draft, { hasTables: false, obstacles: obstaclesToReview(draft, null) });
    expect(nextSteps(bare)).toEqual([
      { name: "tables", role: "analyst" },
      { name: "text", role: "editor" },
    ]);
    expect(stateOf(stepsOf(bare), "tables")).toBe("not-started");
    expect(stateOf(stepsOf(bare), "submit")).toBe("locked");
  });

  test("a name that waits is a guardian's turn beside the editor's, and is done once it is approved", () => {
    const waiting = standing(sampleDraft(), { namings: { all: 2, waiting: 1 } });
    expect(nextSteps(waiting)).toEqual([
      { name: "submit", role: "editor" },
      { name: "names", role: "guardian" },
    ]);
    expect(stateOf(stepsOf(waiting), "names")).toBe("in-progress");
    const approved = standing(sampleDraft(), { namings: { all: 2, waiting: 0 } });
    expect(stateOf(stepsOf(approved), "names")).toBe("done");
    expect(stateOf(stepsOf(standing(sampleDraft())), "names")).toBe("not-started");
  });

  test("each language is a step of its own", () => {
    const draft = sampleDraft();
    const texts = { ...draft.texts, fr: { ...draft.texts.fr!, claim: "" } };
    const states = stepsOf(standing({ ...draft, texts })).filter(({ name }) => name === "text");
    expect(states.map(({ locale, state }) => [locale, state])).toContainEqual(["fr", "in-progress"]);
    expect(states).toHaveLength(draft.specification.locales.length);
  });

  test("in review an editor answers first, then a guardian releases", () => {
    const inReview = standing(sampleDraft(), { state: "in_review" });
    expect(nextSteps(inReview)).toEqual([{ name: "approve", role: "editor" }]);
    expect(stateOf(stepsOf(inReview), "release")).toBe("locked");
    const approved = { ...inReview, isApproved: true };
    expect(nextSteps(approved)).toEqual([{ name: "release", role: "guardian" }]);
    expect(stateOf(stepsOf(approved), "release")).toBe("not-started");
  });

  test.each(["released", "withdrawn"] as const)("nothing is left to do once it is %s", (state) => {
    const over = standing(sampleDraft(), { state });
    expect(nextSteps(over)).toEqual([]);
    expect(stateOf(stepsOf(over), "release")).toBe("done");
    // Stories and names were not taken; an ask that was withdrawn since changes nothing of what stood.
    const since = { ...over, obstacles: [{ code: "ask-without-evidence", place: "SP1" } as const] };
    expect(stepsOf(since).every((step) => step.state === "done")).toBe(true);
    expect(stepsOf(since).map(({ name }) => name)).not.toContain("stories");
  });
});
