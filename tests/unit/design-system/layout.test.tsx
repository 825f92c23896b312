import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DemoBanner } from "#app/design-system/layout/demo-banner.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { SiteFooter } from "#app/design-system/layout/site-footer.tsx";
import { SiteHeader } from "#app/design-system/layout/site-header.tsx";
import { drawn } from "../../support/drawn.tsx";

const wren = {
  handle: "wren-41",
  role: "intake",
  isOwner: false,
  formToken: "t0ken",
  otherHats: [{ id: "h2", role: "guardian", team: null }],
};

describe("the head of a page", () => {
  test("offers the other languages as buttons, each in its own name", () => {
    const html = drawn(<SiteHeader />);
    expect(html).toContain('<form class="language-switch" method="post" action="/language"');
    expect(html).toContain('<button type="submit" name="locale" value="ar" lang="ar" dir="rtl">العربية</button>');
    expect(html).not.toContain('value="en"');
  });

  test("comes back to the page by its name and parameters", () => {
    const html = drawn(<SiteHeader />, { frame: { page: { id: "routes/casework/case", params: { caseId: "abc" } } } });
    expect(html).toContain('name="page" value="routes/casework/case"');
    expect(html).toContain('name="param.caseId" value="abc"');
  });

  test("has a way out that works without scripts, where it belongs", () => {
    expect(drawn(<SiteHeader />)).toMatch(
      /<a class="leave-link" href="https:\/\/weather\.example\/" rel="noreferrer nofollow"/,
    );
    expect(drawn(<SiteHeader />, { frame: { leaveUrl: null } })).not.toContain("leave-link");
  });

  test("marks the page being read and who is signed in", () => {
    const html = drawn(<SiteHeader />, { frame: { viewer: wren } });
    expect(html).toContain('<a href="/queue" aria-current="page">Queue</a>');
    expect(html).toContain("<bdi>wren-41</bdi> · coordinator");
  });

  test("lets a person put on another role and sign out, by native posts", () => {
    const html = drawn(<SiteHeader />, { frame: { viewer: wren } });
    expect(html).toContain('<form method="post" action="/hat"><input type="hidden" name="formToken" value="t0ken"/>');
    expect(html).toContain('<form method="post" action="/sign-out">');
  });

  test("of people at work leaves the languages to the footer", () => {
    const frame = { viewer: wren };
    expect(drawn(<SiteHeader />, { frame })).not.toContain("language-switch");
    expect(drawn(<SiteFooter />, { frame })).toContain("language-switch");
  });

  test("warns in a demonstration only", () => {
    expect(drawn(<DemoBanner />)).toBe("");
    expect(drawn(<DemoBanner />, { frame: { demo: true } })).toContain("<b>Demonstration.</b>");
  });
});

describe("the main part", () => {
  test("has a way back, a place in the way, and something beside it", () => {
    const html = drawn(
      <Page back="/before" caption="2 of 5" aside="beside">
        text
      </Page>,
    );
    expect(html).toContain('<main id="content" tabindex="-1"');
    expect(html).toContain('<a class="back-link" href="/before">Back</a><span>2 of 5</span>');
    expect(html).toContain('<aside class="page__aside">beside</aside>');
  });
});

describe("the styles", () => {
  const folder = join(import.meta.dirname, "../../../app/design-system/styles");
  const sheets = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);

  test.each(sheets)("%s knows no left and right", (_name, css) => {
    const physical =
      /(?<![\w-])(left|right|(margin|padding|border)-(left|right|top|bottom)|(min-|max-)?(width|height)):/;
    expect(css.split("\n").filter((line) => physical.test(line) && !line.includes("@media"))).toEqual([]);
  });

  test.each(sheets)("%s loads nothing and inlines nothing", (_name, css) => {
    expect(css).not.toMatch(/url\(|@font-face|!important/);
  });

  const tokens = readFileSync(join(folder, "tokens.css"), "utf8");
  const [light = "", dark = ""] = tokens.split("prefers-color-scheme: dark");
  const colour = (sheet: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(sheet)?.[1] ?? "";
  const PAIRS: [string, string, number][] = [
    ["ink", "paper", 7],
    ["ink", "sheet", 7],
    ["ink-second", "paper", 4.5],
    ["ink-second", "sheet", 4.5],
    ["ink-second", "quiet-wash", 4.5],
    ["ink-second", "glacier-wash", 4.5],
    ["glacier", "paper", 4.5],
    ["glacier-deep", "glacier-wash", 4.5],
    ["on-glacier", "glacier", 4.5],
    ["amber", "amber-wash", 4.5],
    ["red", "red-wash", 4.5],
    ["red", "paper", 4.5],
    ["on-red", "red", 4.5],
    ["on-way-out", "way-out", 7],
    ["line-strong", "sheet", 3],
    ["focus", "paper", 3],
  ];

  test.each(PAIRS)("%s on %s has a contrast of at least %d, light and dark", (front, back, least) => {
    for (const sheet of [light, dark])
      expect(contrast(colour(sheet, front), colour(sheet, back))).toBeGreaterThanOrEqual(least);
  });
});

/** @see WCAG 2.2, relative luminance and contrast ratio */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
