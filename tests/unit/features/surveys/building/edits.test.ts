import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IS_NEEDED, LAST_PAGE, PAGE_FULL } from "#app/features/surveys/building/building-refusals.ts";
import { asKind, newQuestion } from "#app/features/surveys/building/kind-change.ts";
import {
  addEnd,
  addPage,
  mapPage,
  movePage,
  removeEnd,
  removePage,
} from "#app/features/surveys/building/page-edits.ts";
import {
  addQuestion,
  duplicateQuestion,
  moveQuestion,
  moveToPage,
  removeQuestion,
  replaceQuestion,
} from "#app/features/surveys/building/question-edits.ts";
import { hangingOnPage, hangingOnQuestion } from "#app/features/surveys/building/references.ts";
import { renameQuestion } from "#app/features/surveys/building/renaming.ts";
import { type Instrument, instrumentSchema, KINDS, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { faultsOf } from "#app/features/surveys/instruments/instrument-faults.ts";
import { instrumentText, readInstrument } from "#app/features/surveys/instruments/read-instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { ok, refuse, valueFrom } from "#app/kernel/result.ts";
import { anyInstrument } from "../arbitraries.ts";
import { inAll, includes, instrument, manyOf, matrix, page, says, text, yesNo } from "../sample-instruments.ts";

const names = (one: Instrument) => one.pages.map(({ questions }) => questions.map(({ name }) => name).join(" "));
const two = () =>
  instrument([page("one", [yesNo("q1"), text("q2")]), page("two", [text("q3", { shownWhen: says("q1", "yes") })])]);

describe("moving a question", () => {
  test("goes over the edge of its page, and the step back undoes it", () => {
    const down = valueFrom(moveQuestion(two(), "q2", 1));
    expect(names(down)).toEqual(["q1", "q2 q3"]);
    expect(valueFrom(moveQuestion(down, "q2", -1))).toEqual(two());
  });

  test("stops at the beginning and at the end of everything", () => {
    expect(valueFrom(moveQuestion(two(), "q1", -1))).toEqual(two());
    expect(valueFrom(moveQuestion(two(), "q3", 1))).toEqual(two());
  });

  test("and back is the identity, wherever it moved at all", () => {
    fc.assert(
      fc.property(
        anyInstrument({ carries: true }),
        fc.nat(),
        fc.constantFrom(1 as const, -1 as const),
        (one, at, step) => {
          const all = questionsOf(one);
          const { name } = all[at % all.length]!;
          const there = valueFrom(moveQuestion(one, name, step));
          const back = valueFrom(moveQuestion(there, name, step === 1 ? -1 : 1));
          expect(instrumentText(there) === instrumentText(one) || instrumentText(back) === instrumentText(one)).toBe(
            true,
          );
        },
      ),
    );
  });

  test("to another page puts it where it was asked to stand", () => {
    expect(names(valueFrom(moveToPage(two(), "q1", "two", 1)))).toEqual(["q2", "q3 q1"]);
    expect(names(valueFrom(moveToPage(two(), "q1", "one", 1)))).toEqual(["q2 q1", "q3"]);
  });

  test("is refused where a page is full", () => {
    const full = instrument([
      page("one", [yesNo("q0")]),
      page(
        "two",
        Array.from({ length: 60 }, (_, at) => text(`f${at}`)),
      ),
    ]);
    expect(moveQuestion(full, "q0", 1)).toEqual(refuse(PAGE_FULL));
    expect(duplicateQuestion(full, "f1")).toEqual(refuse(PAGE_FULL));
  });
});

describe("two pages of one name, as a file may bring them", () => {
  const alike = () =>
    instrument([page("same", [yesNo("q1"), text("q2")]), page("same", [text("q3"), text("q4"), text("q5")])]);

  test("are told apart when a question is moved", () => {
    expect(names(valueFrom(moveQuestion(alike(), "q5", -1)))).toEqual(["q1 q2", "q3 q5 q4"]);
    expect(names(valueFrom(moveQuestion(alike(), "q3", -1)))).toEqual(["q1 q2 q3", "q4 q5"]);
  });

  test("are told apart when a question is copied, replaced or deleted", () => {
    expect(names(valueFrom(duplicateQuestion(alike(), "q3")))).toEqual(["q1 q2", "q3 q3_2 q4 q5"]);
    expect(names(replaceQuestion(alike(), "q4", text("q9")))).toEqual(["q1 q2", "q3 q9 q5"]);
    expect(names(valueFrom(removeQuestion(alike(), "q3")))).toEqual(["q1 q2", "q4 q5"]);
  });

  test("go one by one, and one of them can be given another name", () => {
    expect(names(valueFrom(removePage(alike(), "same")))).toEqual(["q3 q4 q5"]);
    const renamed = mapPage(alike(), "same", (one) => ({ ...one, name: "other" }));
    expect(renamed.pages.map(({ name }) => name)).toEqual(["other", "same"]);
    expect(names(renamed)).toEqual(names(alike()));
  });
});

describe("deleting", () => {
  const rows = { rows: { from: "q4" } };
  const hung = instrument([
    page("one", [yesNo("q1"), manyOf("q4", ["a", "b", "none"])], {
      ends: [{ name: "early", when: says("q1", "no"), words: inAll("Bye"), sends: false }],
    }),
    page(
      "two",
      [text("q2", { shownWhen: says("q1", "yes") }), { ...matrix("q3", [], ["no", "yes"]), ...rows } as never],
      {
        shownWhen: includes("q4", "a"),
      },
    ),
  ]);

  test("what others hang on is refused, and the places are told: conditions, ends and carried rows", () => {
    expect(removeQuestion(hung, "q1")).toEqual(refuse(IS_NEEDED));
    expect(hangingOnQuestion(hung, "q1")).toEqual([
      { page: "one", end: "early" },
      { page: "two", question: "q2" },
    ]);
    expect(hangingOnQuestion(hung, "q4")).toEqual([{ page: "two" }, { page: "two", question: "q3" }]);
    expect(removePage(hung, "one")).toEqual(refuse(IS_NEEDED));
    expect(hangingOnPage(hung, "one").length).toBe(3);
  });

  test("a page takes along what hangs on its own questions only", () => {
    expect(names(valueFrom(removePage(hung, "two")))).toEqual(["q1 q4"]);
    const own = valueFrom(
      addPage(instrument([page("one", [yesNo("q1"), text("q2", { shownWhen: says("q1", "yes") })])]), page("two", [])),
    );
    expect(names(valueFrom(removePage(own, "one")))).toEqual([""]);
  });

  test("the only page stays", () => {
    expect(removePage(instrument([page("one", [])]), "one")).toEqual(refuse(LAST_PAGE));
  });

  test("never leaves a condition about something that is gone", () => {
    fc.assert(
      fc.property(anyInstrument({ carries: true }), fc.nat(), (one, at) => {
        const all = questionsOf(one);
        const removed = removeQuestion(one, all[at % all.length]!.name);
        if (removed.ok) expect(faultsOf(removed.value).filter(({ code }) => code === "question-unknown")).toEqual([]);
      }),
    );
  });
});

describe("other edits", () => {
  test("a copy stands right behind, under a name of its own", () => {
    expect(names(valueFrom(duplicateQuestion(two(), "q1")))).toEqual(["q1 q1_2 q2", "q3"]);
    const twice = valueFrom(duplicateQuestion(valueFrom(duplicateQuestion(two(), "q1")), "q1"));
    expect(names(twice)).toEqual(["q1 q1_3 q1_2 q2", "q3"]);
  });

  test("a new name reaches every condition and every carried row", () => {
    fc.assert(
      fc.property(anyInstrument({ carries: true }), fc.nat(), (one, at) => {
        const all = questionsOf(one);
        const { name } = all[at % all.length]!;
        const renamed = renameQuestion(one, name, "other_name");
        expect(instrumentText(renameQuestion(renamed, "other_name", name))).toBe(instrumentText(one));
        expect(instrumentText(renamed)).not.toContain(`"${name}"`);
        expect(faultsOf(renamed).length).toBe(faultsOf(one).length);
      }),
    );
  });

  test("pages are swapped, and an end that goes leaves no empty list", () => {
    expect(movePage(movePage(two(), "one", 1), "one", -1)).toEqual(two());
    expect(movePage(two(), "one", -1)).toEqual(two());
    const end = { name: "early", when: says("q1", "no"), words: inAll("Bye"), sends: true };
    expect(removeEnd(valueFrom(addEnd(two(), "one", end)), "one", "early")).toEqual(two());
  });

  test("a question becomes one of every other kind, and keeps text, answers and rows where both have them", () => {
    for (const question of questionsOf(standardInstrument()))
      for (const kind of KINDS) {
        const changed = asKind(question, kind);
        expect(changed.label).toEqual(question.label);
        if ("options" in question && "options" in changed) expect(changed.options).toEqual(question.options);
        if ("rows" in question && "rows" in changed) expect(changed.rows).toEqual(question.rows);
      }
  });

  test("whatever is done to a questionnaire, it can be read again", () => {
    type Edit = (one: Instrument, name: string, page: string) => ReturnType<typeof removeQuestion>;
    const edits: readonly Edit[] = [
      (one, name) => moveQuestion(one, name, 1),
      (one, name) => moveQuestion(one, name, -1),
      (one, name) => duplicateQuestion(one, name),
      (one, name) => removeQuestion(one, name),
      (one, name) => ok(renameQuestion(one, name, `${name}_x`)),
      (one, _, on) => removePage(one, on),
      (one, _, on) => ok(movePage(one, on, 1)),
      (one, name, on) => moveToPage(one, name, on, 0),
      (one, _, on) => addQuestion(one, on, newQuestion("ranking", "fresh", { en: "New" })),
      (one) => addPage(one, { name: "fresh_page", title: {}, questions: [] }),
    ];
    fc.assert(
      fc.property(
        anyInstrument({ carries: true }),
        fc.array(fc.tuple(fc.constantFrom(...edits), fc.nat(), fc.nat()), { maxLength: 12 }),
        (one, steps) => {
          let now = one;
          for (const [edit, question, on] of steps) {
            const all = questionsOf(now);
            const done = edit(
              now,
              all[question % Math.max(1, all.length)]?.name ?? "none",
              now.pages[on % now.pages.length]!.name,
            );
            if (done.ok) now = done.value;
          }
          expect(instrumentSchema.safeParse(now).success).toBe(true);
          expect(readInstrument(instrumentText(now)).ok).toBe(true);
        },
      ),
    );
  });
});
