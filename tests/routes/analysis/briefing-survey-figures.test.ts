import { beforeAll, expect, test } from "vitest";
import { chooseSurvey, computeTables } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import { endDemoWave, runDemoWave } from "#app/features/surveys/demo/demo-wave.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import * as asks from "#app/routes/analysis/briefing-asks.tsx";
import * as section from "#app/routes/analysis/briefing-section.tsx";
import * as specification from "#app/routes/analysis/briefing-specification.tsx";
import * as tables from "#app/routes/analysis/briefing-tables.tsx";
import { aDraft, look, type Newsroom, newNewsroom } from "../../support/briefings.ts";
import { onBothDatabases } from "../../support/database.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { actorFor, valueFrom } from "../../support/world.ts";

const WAVE = {
  ...{ session: "ASP25", referenceFrom: "2025-12-07", referenceTo: "2026-10-31", days: 7, seed: 7 },
  ...{ invited: 32, answering: 30, panelWords: new Map<number, string>() },
} as const;
/** What happened belongs to the part that SP2 rests on. */
const TABLE = "survey-q15";

interface Formed {
  readonly formToken: string;
  readonly version: number;
}

onBothDatabases("the figures of a survey on the pages of a draft", () => {
  let room: Newsroom;
  let editor: Cookie;
  let id: BriefingId;

  beforeAll(async () => {
    room = await newNewsroom();
    editor = await signedInAs(room.editor, "editor");
    const { coordinators, setUp } = room.world;
    const coordinator = (which: 0 | 1) => actorFor(coordinators[which], "intake", setUp.teamId);
    const analyst = await room.as.analyst();
    const hands = {
      ...{ analyst, teamId: setUp.teamId },
      coordinators: [await coordinator(0), await coordinator(1)] as [
        Awaited<ReturnType<typeof coordinator>>,
        Awaited<ReturnType<typeof coordinator>>,
      ],
    };
    const { waveId } = await runDemoWave(hands, WAVE);
    await endDemoWave(hands, waveId);
    id = await aDraft(room);
    valueFrom(await chooseSurvey(analyst, id, 4, { waveId, questions: ["q15"] }));
    valueFrom(await computeTables(analyst, id, 4));
  }, 240_000);

  const asked = () => ({ cookie: editor, params: { briefingId: id } });
  const draft = async () => (await look(await room.as.editor(), id)).draft;

  test("an ask is offered a question with its printed answers, and keeps the one that was chosen", async () => {
    interface Shown extends Formed {
      readonly tables: readonly { readonly id: string; readonly title: string }[];
      readonly figures: readonly { readonly value: string; readonly table: string; readonly label: string }[];
    }
    const { formToken, version, ...shown } = (await open<Shown>(asks.loader, "/a", asked())).data;
    expect(shown.tables.find((table) => table.id === TABLE)?.title).toMatch(/^Table S1\. /);
    const figures = shown.figures.filter(({ table }) => table === TABLE);
    expect(figures.length).toBeGreaterThan(0);
    for (const { value, label } of figures) {
      expect(value).toMatch(/^survey-q15:[a-z0-9_]+\+count$/i);
      // Nothing under five is printed, and nothing that is withheld is offered.
      expect(Number(/: (\d+)$/.exec(label)?.[1])).toBeGreaterThanOrEqual(5);
    }
    const form = {
      ...{ formToken, recordVersion: String(version), "ask-SP2": "yes", "evidence-SP2": [] },
      "figure-SP2": figures[0]!.value,
    };
    expect(await send(asks.action, "/a", form, asked())).toMatchObject({ status: 302 });
    const [ask] = (await draft()).asks;
    expect(ask).toMatchObject({ code: "SP2", evidence: [TABLE], figure: { table: TABLE } });
  });

  test("a text is offered count, share and how many were asked, and a figure is put in", async () => {
    interface Shown extends Formed {
      readonly shown: string;
      readonly tables: readonly {
        readonly cells: readonly { readonly reference: string; readonly printed: string }[];
      }[];
    }
    const there = { cookie: editor, params: { briefingId: id, section: "claim" } };
    const { formToken, tables: offered, shown } = (await open<Shown>(section.loader, "/s", there)).data;
    const own = offered.flatMap(({ cells }) => cells).filter(({ reference }) => reference.startsWith(`{{${TABLE}:`));
    expect(own.filter(({ reference }) => reference.endsWith(",_asked}}"))).toHaveLength(1);
    const share = own.find(({ reference }) => reference.endsWith(",share}}"))!;
    expect(share.printed).toMatch(/^\d+%$/);
    const insert = { formToken, shown, en: "So", fr: "Ainsi", insert: "yes", reference: share.reference, into: "en" };
    const back = await send<{ values: object }>(section.action, "/s", insert, there);
    expect(back.data.values).toMatchObject({ en: `So ${share.reference}`, fr: "Ainsi" });
  });

  test("large type and pictures are chosen for it as for the others, and its table is drawn", async () => {
    interface Shown extends Formed {
      readonly figures: readonly { readonly value: string; readonly figure: string | null }[];
      readonly charts: readonly { readonly name: string; readonly kinds: readonly string[] }[];
    }
    const { formToken, version, figures, charts } = (await open<Shown>(specification.loader, "/s", asked())).data;
    expect(charts.find(({ name }) => name === `chart-${TABLE}`)?.kinds).toEqual(["dot", "none"]);
    const share = figures.find(({ value }) => value.startsWith(TABLE) && value.endsWith("+share"))!;
    const form = {
      ...{ formToken, recordVersion: String(version), session: "ASP25", locales: ["en", "fr"] },
      ...{ figures: [share.value], [`chart-${TABLE}`]: "dot" },
    };
    expect(await send(specification.action, "/s", form, asked())).toMatchObject({ status: 302 });
    expect((await draft()).specification).toMatchObject({
      figures: [{ table: TABLE }],
      charts: [{ table: TABLE, kind: "dot" }],
    });
    interface Drawn {
      readonly computed: { readonly tables: readonly { readonly id: string; readonly charts: readonly object[] }[] };
    }
    const { computed } = (await open<Drawn>(tables.loader, "/t", asked())).data;
    expect(computed.tables.find((table) => table.id === TABLE)?.charts).toMatchObject([{ kind: "dot" }]);
  });
});
