/**
 * A sealed value did not open: wrong key, wrong place, changed or cut bytes. Which of them is not said,
 * because an attacker would learn from it and nobody else can act on it. Never carries content, ids or keys.
 */
export class SealBroken extends Error {
  override readonly name = "SealBroken";

  constructor() {
    super("A sealed value could not be opened.");
  }
}

/** A key was used after it had been wiped. Sealing under what is left (zeros) would be no sealing at all. */
export class SecretWiped extends Error {
  override readonly name = "SecretWiped";

  constructor() {
    super("A key was used after it had been wiped.");
  }
}

/** Too many people derive a key at this moment. The gate answers 503 in plain words and keeps what was typed. */
export class TooBusy extends Error {
  override readonly name = "TooBusy";
  readonly retryAfterSeconds = 5;

  constructor() {
    super("Too many sign-ins at once.");
  }
}
