import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { PublishedBriefing } from "#app/features/briefings/published/ui/published-briefing.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { loadMessages } from "#app/i18n/messages.server.ts";
import { TextProvider } from "#app/i18n/text-context.tsx";
import { published } from "../sample-briefing.ts";

function page(locale: Locale, withdrawn?: { title: string; text: string }): string {
  const text = published().texts[locale] as PublishedText;
  return renderToStaticMarkup(
    <TextProvider locale={locale} messages={loadMessages(locale)}>
      <PublishedBriefing text={text} address="/briefings/asp25" {...(withdrawn && { withdrawn })} />
    </TextProvider>,
  );
}

describe("the page of a released briefing", () => {
  test("shows a mark to eyes and says a word to ears", () => {
    expect(page("en")).toContain(
      '<bdi dir="ltr" aria-hidden="true">:C</bdi><span class="visually-hidden">withheld</span>',
    );
  });
  test("carries no style and no script", () => {
    expect(page("ar")).not.toMatch(/ style=|<script|<style/);
  });
  test("speaks its own language and direction, whatever the page around it speaks", () => {
    expect(page("ar")).toContain('<div lang="ar" dir="rtl">');
  });
  test("offers its files below its own address", () => {
    expect(page("fr")).toContain('href="/briefings/asp25/briefing.fr.pdf"');
    expect(page("fr")).toContain('href="/briefings/asp25/package.zip"');
    expect(page("fr")).toContain('href="/briefings/asp25/tables/organisations-by-incident-group.csv"');
  });
  test("says first that it was withdrawn", () => {
    const html = page("en", { title: "Withdrawn", text: "Please do not use its figures." });
    expect(html.indexOf("Please do not use")).toBeLessThan(html.indexOf("<h1"));
  });
  test("has every address within it once", () => {
    const ids = [...page("en").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
