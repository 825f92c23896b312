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

  test("refuses more answers, questions or conditions than anybody could look through", () => {
    const at = (of: ReturnType<typeof instrument>) => refusalOf(JSON.stringify(of))?.at[0]?.path;
    const codes = (from: number) => Array.from({ length: 200 }, (_, number) => `c${from + number}`);
    const lists = [0, 200].map((from) => ({ list: "remedy", only: codes(from) }));
    expect(at(instrument([page("one", [manyOf("q", [], { options: lists })])]))).toBe("pages.0.questions.0.options");
    const pages = (each: (number: number) => ReturnType<typeof yesNo>) =>
      Array.from({ length: 11 }, (_, number) =>
        page(
          `p${number}`,
          Array.from({ length: 60 }, (_, place) => each(number * 60 + place)),
        ),
      );
    expect(at(instrument(pages((number) => yesNo(`q${number}`))))).toBe("pages");
    const of = Array.from({ length: 40 }, () => ({ op: "answered", question: "q0" }) as const);
    const long = { op: "any", of: of.map(() => ({ op: "all", of }) as const) } as const;
    const asked = [yesNo("q0"), yesNo("q1", { shownWhen: long }), yesNo("q2", { shownWhen: long })];
    expect(at(instrument([page("one", asked)]))).toBe("pages");
    expect(at(instrument([page("one", asked.slice(0, 2))]))).toBeUndefined();
    const cells = { op: "any-row", question: "q0", rows: codes(0), values: codes(0) } as const;
    expect(at(instrument([page("one", [yesNo("q0"), yesNo("q1", { shownWhen: cells })])]))).toBe("pages");
  });

  test("leaves out what nobody sees, and keeps what an Arabic keyboard writes", () => {
    const unseen = "\u0000\u202e\u2066\u200b\u{e0041}\ud800";
    const of = instrument([page("one", [{ ...yesNo("q1"), label: { en: `A${unseen} bank`, ar: "هل\u200f بقي؟" } }])]);
    const [question] = questionsOf(valueFrom(readInstrument(JSON.stringify(of))));
    expect(question?.label).toEqual({ en: "A bank", ar: "هل\u200f بقي؟" });
  });

  test.each(["constructor", "__proto__", "Q1", "q__1", "1q", "", "code", "words", "asked"])(
    "refuses %j as a name",
    (name) => {
      const of = instrument([page("one", [yesNo(name)])]);
      expect(refusalOf(JSON.stringify(of))?.at).toEqual([{ path: "pages.0.questions.0.name" }]);
    },
  );
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
