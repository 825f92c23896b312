import { expect, test } from "vitest";
import { endSession, inSessionContext } from "#app/access/session.server.ts";
import { findWarmIndex, retainIndex } from "#app/features/facets/warm-indexes.server.ts";
import { heldResults, holdResults } from "#app/features/surveys/results/held-results.server.ts";
import { letGoOfEnded } from "#app/leave.server.ts";
import { onBothDatabases } from "../../support/database.ts";
import { newGuest } from "../../support/sign-in.ts";

onBothDatabases("what a process holds for a session", () => {
  const hold = (sessionId: string) => {
    retainIndex(`team-of-${sessionId}`, sessionId, 0);
    holdResults(sessionId, "wave", "answers", 0);
  };
  const isHeld = (sessionId: string) => [
    findWarmIndex(`team-of-${sessionId}`) !== null,
    heldResults(sessionId, "wave", 1) !== null,
  ];

  test("is let go of once its row is gone, also where it was held only after the session had ended", async () => {
    const [staying, leaving] = [(await newGuest()).id, (await newGuest()).id];
    hold(staying);
    hold(leaving);
    await letGoOfEnded();
    expect([isHeld(staying), isHeld(leaving)]).toEqual([
      [true, true],
      [true, true],
    ]);
    await inSessionContext((tx) => endSession(tx, leaving));
    await letGoOfEnded();
    expect([isHeld(staying), isHeld(leaving)]).toEqual([
      [true, true],
      [false, false],
    ]);
    hold(leaving);
    await letGoOfEnded();
    expect(isHeld(leaving)).toEqual([false, false]);
    await inSessionContext((tx) => endSession(tx, staying));
    await letGoOfEnded();
  });
});
