import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isFiltered,
  isHiding,
  NO_VIEW,
  QUEUE_SORTS,
  type QueueView,
  queueForm,
  queueHref,
  queueViewIn,
  STATUS_CHOICES,
  withPrivate,
} from "#app/features/cases/casework/queue-view.ts";
import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";
import { URGENCIES } from "#app/features/taxonomy/codes.ts";
import { INCIDENT_GROUPS } from "#app/features/taxonomy/incident-groups.ts";

const orNull = <const Code>(codes: readonly Code[]) => fc.option(fc.constantFrom(...codes), { nil: null });

const anyView: fc.Arbitrary<QueueView> = fc.record({
  status: fc.constantFrom(...STATUS_CHOICES),
  urgency: orNull(URGENCIES),
  group: orNull(INCIDENT_GROUPS),
  region: orNull(REGIONAL_GROUPS),
  overdue: fc.boolean(),
  sort: fc.constantFrom(...QUEUE_SORTS),
  page: fc.integer({ min: 1, max: 100_000 }),
  view: fc.option(fc.stringMatching(/^[\w-]{12}$/), { nil: null }),
});

const queryOf = (href: string) => new URLSearchParams(href.split("?")[1] ?? "");

describe("the queue's address", () => {
  test("says all of a view and nothing else", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(queueViewIn(queryOf(queueHref(view, { page: view.page })))).toEqual(view);
      }),
    );
  });

  test("is short for what everybody sees first, and a new choice begins at the first page", () => {
    const first = queueViewIn(new URLSearchParams());
    expect(queueHref(first)).toBe("/queue");
    expect(isFiltered(first, NO_VIEW)).toBe(false);
    expect(queueHref({ ...first, page: 7 }, { urgency: "u2_3d" })).toBe("/queue?urgency=u2_3d");
  });

  test("is read whatever stands in it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        expect(() => queueViewIn(new URLSearchParams(pairs))).not.toThrow();
      }),
    );
    expect(queueViewIn(new URLSearchParams("status=x&page=-1&view=../../etc&overdue=yes"))).toEqual(
      queueViewIn(new URLSearchParams()),
    );
  });
});

describe("the private filters", () => {
  test("change one at a time, and an empty country is any", () => {
    const abroad = withPrivate(NO_VIEW, { institutionCountry: "FR" });
    expect(withPrivate(abroad, { assigned: "none" })).toEqual({ institutionCountry: "FR", assigned: "none" });
    expect(isHiding(withPrivate(abroad, { institutionCountry: "" }))).toBe(false);
  });

  test.each([{ institutionCountry: "XX" }, { assigned: "everybody" }, { assigned: "' OR 1=1" }])(
    "refuse %o",
    (fields) => {
      expect(queueForm.safeParse(fields).success).toBe(false);
    },
  );
});
