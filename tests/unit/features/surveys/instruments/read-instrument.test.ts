import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesIn } from "#app/features/surveys/instruments/code-lists.ts";
import { questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import {
  instrumentText,
  MOST_INSTRUMENT_BYTES,
  readInstrument,
  withFixedCodes,
} from "#app/features/surveys/instruments/read-instrument.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { anyInstrument } from "../arbitraries.ts";
import { instrument, manyOf, matrix, page, yesNo } from "../sample-instruments.ts";

const refusalOf = (json: string) => {
  const read = readInstrument(json);
  return read.ok ? null : read.refusal;
};

describe("reading an instrument", () => {
  test("gives back what was written", () => {
    fc.assert(
      fc.property(anyInstrument({ carries: true }), (of) => {
        expect(valueFrom(readInstrument(instrumentText(of)))).toEqual(of);
      }),
    );
  });

  test("refuses what is no JSON, too large or too deep", () => {
    expect(refusalOf("{")?.code).toBe("instrument.not-json");
    expect(refusalOf(`"${"x".repeat(MOST_INSTRUMENT_BYTES)}"`)?.code).toBe("instrument.too-large");
    expect(refusalOf("[".repeat(100_000))?.code).toBe("instrument.too-deep");
  });

  test("counts no bracket within a text as depth", () => {
    expect(refusalOf(JSON.stringify({ title: `"${"[".repeat(100)}\\` }))?.code).toBe("instrument.misformed");
  });

  test("says where the data is not as it must be", () => {
    const of = instrument([page("one", [yesNo("q1"), { ...yesNo("q2"), kind: "slider" } as never])]);
    expect(refusalOf(JSON.stringify(of))?.at).toEqual([{ path: "pages.0.questions.1.kind" }]);
  });

  test.each(["constructor", "__proto__", "Q1", "q__1", "1q", ""])("refuses %j as a name", (name) => {
    const of = instrument([page("one", [yesNo(name)])]);
    expect(refusalOf(JSON.stringify(of))?.at).toEqual([{ path: "pages.0.questions.0.name" }]);
  });
});

describe("publishing", () => {
  test("writes every list out, so that a list that grows later changes nothing", () => {
    const rows = [{ list: "incident_type", only: ["account_closed"] }, { list: "people_kind" }];
    const of = instrument([
      page("one", [manyOf("q1", [], { options: [{ list: "remedy" }] }), matrix("q2", [], ["a", "b"], { rows })]),
    ]);
    const [many, table] = questionsOf(withFixedCodes(of));
    expect(many).toMatchObject({ options: [{ list: "remedy", only: codesIn("remedy") }] });
    expect(table).toMatchObject({ rows: [{ only: ["account_closed"] }, { only: codesIn("people_kind") }] });
    expect(withFixedCodes(withFixedCodes(of))).toEqual(withFixedCodes(of));
  });
});
