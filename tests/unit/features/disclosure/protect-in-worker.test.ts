import { describe, expect, test } from "vitest";
import { readRelease } from "#app/features/disclosure/input/release-request.ts";
import { protectInWorker } from "#app/features/disclosure/protect-in-worker.server.ts";
import { microdataText, organisations, readSpec, recordsOf, specText } from "./small-release.ts";

const ROWS = [
  ...organisations(1, 9, "KE", "resolved"),
  ...organisations(3, 14, "UG", "closed"),
  ...organisations(10, 24, "JP", "closed"),
];
const request = { specification: specText(), microdata: microdataText(ROWS), date: "2026-12-07" };
const read = (more: object = {}) => {
  const input = readRelease({ ...request, ...more });
  if (!input.ok) throw new Error(JSON.stringify(input.errors));
  return input.value;
};

describe("a release asked for by a service", () => {
  test("comes back from its thread with files, tables and certificate, the same from a text as from memory", async () => {
    const specification = JSON.parse(specText());
    const records = recordsOf(ROWS, readSpec());
    const [fromText, fromMemory] = await Promise.all([
      protectInWorker(read()),
      protectInWorker(read({ specification, microdata: records })),
    ]);
    if (fromText.kind !== "released") throw new Error(JSON.stringify(fromText.guardian.held));
    expect(fromMemory).toEqual(fromText);
    expect(fromText.tables.map(({ id }) => id)).toEqual(["cases-by-country-outcome"]);
    expect(JSON.parse(fromText.files.get("certificate.json")!)).toEqual({ ...fromText.certificate });
  });

  test("ends with its session", async () => {
    const session = new AbortController();
    const asked = protectInWorker(read(), { signal: session.signal });
    session.abort(new Error("signed out"));
    await expect(asked).rejects.toThrow("signed out");
  });

  test("is told which record is not what it must be", () => {
    const [first] = recordsOf(ROWS, readSpec());
    const microdata = [{ ...first!, codes: { country: ["AFR"] } }, first!];
    const answer = readRelease({ ...request, microdata });
    expect(answer).toMatchObject({
      ok: false,
      errors: [
        { line: 1, column: "country", reason: '"AFR" is not a leaf code' },
        { line: 1, column: "outcome" },
        { line: 2, column: "id", reason: "comes twice" },
      ],
    });
  });
});
