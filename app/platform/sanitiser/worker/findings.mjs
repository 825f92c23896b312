// @ts-check

/** There is no copy, and why: a code of `findings.ts`. */
export class NoCopy extends Error {
  constructor(/** @type {string} */ code) {
    super(code);
    this.code = code;
  }
}

/** What was left out, each thing once. */
export class Findings {
  #codes = /** @type {Set<string>} */ (new Set());

  add(/** @type {string} */ code) {
    this.#codes.add(code);
  }

  addIf(/** @type {unknown} */ found, /** @type {string} */ code) {
    if (found) this.add(code);
  }

  codes() {
    return [...this.#codes].sort();
  }
}
