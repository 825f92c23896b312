/**
 * The actor's keys do not reach something. Either a newcomer's keys still wait for a holder, or they were just taken
 * away: pages ask the policy first, so nobody else gets here.
 */
export class KeyNotHeld extends Error {
  constructor(readonly group: string) {
    super("a key was asked for that the actor does not hold");
  }
}
