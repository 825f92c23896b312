import { describe, expect, test } from "vitest";
import { Address } from "#app/design-system/content/address.tsx";
import { Chips } from "#app/design-system/content/chips.tsx";
import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { FigureRow } from "#app/design-system/content/figure-row.tsx";
import { KnownDate } from "#app/design-system/content/known-date.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Pagination } from "#app/design-system/content/pagination.tsx";
import { SecretSheet } from "#app/design-system/content/secret-sheet.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { DueTag } from "#app/design-system/content/tag.tsx";
import { TaskList } from "#app/design-system/content/task-list.tsx";
import { TeamName } from "#app/design-system/content/team-name.tsx";
import { Timeline } from "#app/design-system/content/timeline.tsx";
import { drawn } from "../../support/drawn.tsx";

describe("an address to be copied by hand", () => {
  test("ends a line behind its slashes", () => {
    expect(drawn(<Address>https://a.example/start/7K</Address>)).toContain(
      "https://<wbr/>a.example/<wbr/>start/<wbr/>7K</bdi>",
    );
  });
});

describe("a table", () => {
  const columns: Column<{ kind: string; count: number }>[] = [
    { key: "kind", header: "Kind", isRowHeader: true, cell: ({ kind }) => kind },
    {
      key: "count",
      header: "Organisations",
      numeric: true,
      cell: ({ count }) => count,
      sortHref: "?sort=count",
      sorted: "descending",
    },
  ];
  const html = drawn(
    <DataTable
      caption="Incidents"
      columns={columns}
      rows={[{ kind: "Account closed", count: 12 }]}
      rowKey={({ kind }) => kind}
    />,
  );

  test("carries its headers into each cell, for small screens", () => {
    expect(html).toContain('<td role="cell" data-label="Organisations" class="numeric"><span>12</span></td>');
    expect(html).toContain('<th role="rowheader" scope="row" data-label="Kind"><span>Account closed</span></th>');
  });

  test("with more columns than a screen holds scrolls by itself, with a name and by the keyboard", () => {
    const many = Array.from({ length: 9 }, (_, key) => ({ key: `c${key}`, header: `H${key}`, cell: () => key }));
    const wide = drawn(<DataTable caption="Many" columns={many} rows={[1]} rowKey={String} />);
    const [, id] = /<section class="data-table__wide" aria-labelledby="([^"]+)" tabindex="0">/.exec(wide) ?? [];
    expect(wide).toContain(`<caption id="${id}"><span>Many</span></caption>`);
    expect(html).not.toContain("<section");
  });

  test("stays a table for those who listen, and says how it is sorted", () => {
    expect(html).toContain('<table role="table"><caption>Incidents</caption>');
    expect(html).toMatch(
      /aria-sort="descending"><a href="\?sort=count">Organisations<span class="visually-hidden"> \(sorted, largest first\)/,
    );
  });
});

describe("a due day", () => {
  const now = "2026-11-23T10:00:00Z";
  const due: [string, string | null, RegExp][] = [
    [
      "is red with its hour today",
      "2026-11-23T17:00:00Z",
      /tag--red"><time dateTime="2026-11-23T17:00:00.000Z">Today .*17:00/i,
    ],
    ["is red once the hour is past", "2026-11-23T09:00:00Z", /tag--red.*>Overdue</],
    ["is red and counted after its day", "2026-11-22T17:00:00Z", /tag--red.*>Overdue 1 day</],
    ["is amber within a week", "2026-11-27T17:00:00Z", /tag--amber.*>Fri,? 27 Nov</],
    ["is quiet later", "2026-12-20T17:00:00Z", /tag--quiet/],
    ["may be missing", null, /No date/],
  ];
  test.each(due)("%s", (_name, dueAt, expected) => {
    expect(drawn(<DueTag dueAt={dueAt} now={now} />)).toMatch(expected);
  });
});

describe("content", () => {
  test("says what was not given, and where to change each answer", () => {
    const html = drawn(<SummaryList rows={[{ term: "Bank", value: null, changeHref: "/report/bank" }]} />);
    expect(html).toContain("Not given");
    expect(html).toContain('<a href="/report/bank">Change <span class="visually-hidden">Bank</span></a>');
  });

  test("tells pages apart, and where this one is", () => {
    const html = drawn(<Pagination page={2} pageSize={25} total={60} hrefOf={(page) => `?page=${page}`} />);
    expect(html).toContain("26 to 50 of 60");
    expect(html).toContain('href="?page=1" rel="prev"');
    expect(html).toContain('href="?page=3" rel="next"');
  });

  test("keeps secret words in Latin order in every language", () => {
    const html = drawn(
      <SecretSheet title="كلماتكم" words={["abandon", "ability"]} facts={[{ term: "الاسم", value: "wren-41" }]} />,
      { locale: "ar" },
    );
    expect(html).toContain('dir="ltr" lang="en"><li><bdi translate="no">abandon</bdi></li>');
    expect(html).toContain("<bdi>wren-41</bdi>");
  });

  test("names the filter that a chip takes away", () => {
    const html = drawn(<Chips label="Filters" chips={[{ label: "Type: accounts", href: "?", removes: true }]} />);
    expect(html).toContain('aria-label="Remove the filter Type: accounts"');
  });

  test("does not lead to a task that cannot begin", () => {
    const html = drawn(
      <TaskList
        tasks={[
          { title: "Send", state: "locked", href: "/send" },
          { title: "When", state: "done", href: "/when" },
        ]}
      />,
    );
    expect(html).not.toContain("/send");
    expect(html).toContain('<a href="/when">When</a>');
  });

  test("says how far a date is known", () => {
    const said = (date: string | null, precision: "month_uncertain" | "after_or_in" | "unknown" | "day") =>
      drawn(<KnownDate value={{ date, precision }} />);
    expect([
      said("2025-03", "month_uncertain"),
      said("2025", "after_or_in"),
      said(null, "unknown"),
      said("2025-03-02", "day"),
    ]).toEqual(["about March 2025", "2025 or later", "date not known", "2 March 2025"]);
  });

  test("has a figure with its label and note, a notice with its kind, a history with its order", () => {
    expect(drawn(<FigureRow figures={[{ value: 214, label: "organisations", note: "+61" }]} />)).toContain(
      '<dt>organisations</dt><dd class="figure-row__value">214</dd>',
    );
    expect(drawn(<Notice kind="danger">Stop</Notice>)).toContain('aria-label="Warning"');
    expect(drawn(<Timeline entries={[{ key: "1", when: "today", title: "Received", own: true }]} />)).toContain(
      "timeline__entry--own",
    );
  });
});

describe("a team's name", () => {
  test("is the same in every language, and what it is for is said in the reader's", () => {
    const team = { label: "Europa 2", walled: true };
    expect(drawn(<TeamName team={team} />)).toBe("<bdi>Europa 2</bdi> (takes cases with a listed party)");
    expect(drawn(<TeamName team={team} />, { locale: "ar" })).toMatch(/^<bdi>Europa 2<\/bdi> \([^a-z]+\)$/i);
    expect(drawn(<TeamName team={{ ...team, walled: false }} />)).toBe("<bdi>Europa 2</bdi>");
  });
});
