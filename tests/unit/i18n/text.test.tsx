import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { MessageKey, Messages } from "#app/i18n/catalogue.ts";
import { loadMessages, messagesForBrowser, textFor } from "#app/i18n/messages.server.ts";
import { overheard, textOf } from "#app/i18n/text.tsx";

const MESSAGES: Messages = {
  a: {
    plain: "It's plain",
    named: "Signed in as {name}",
    count: "{count, plural, zero {none} one {one} two {two} few {# few} many {# many} other {# other}}",
    rich: "Read <b>all</b> of <link>it</link>, {name}",
    command: "Type <code>age -d</code>",
    deep: { er: "deeper", far: { away: "far" } },
  },
};
const say = (locale: "en" | "ar") => textOf(locale, MESSAGES);
const key = (text: string) => text as MessageKey;

describe("a message", () => {
  test("is said with its placeholders filled", () => {
    expect(say("en")(key("a.named"), { name: "wren-41" })).toBe("Signed in as wren-41");
    expect(say("en")(key("a.plain"))).toBe("It's plain");
  });

  test("isolates what is put into Arabic", () => {
    expect(say("ar")(key("a.named"), { name: "wren-41" })).toBe("Signed in as \u2068wren-41\u2069");
  });

  test("has six forms in Arabic, with Latin digits", () => {
    const forms = [0, 1, 2, 3, 11, 100].map((count) => say("ar")(key("a.count"), { count }));
    expect(forms).toEqual(["none", "one", "two", "3 few", "11 many", "100 other"]);
  });

  test("may hold tags, and words of readers stay words", () => {
    const rich = say("en").rich(key("a.rich"), { name: "<script>", link: (words) => <a href="/x">{words}</a> });
    expect(renderToStaticMarkup(rich)).toBe('Read <b>all</b> of <a href="/x">it</a>, &lt;script&gt;');
  });

  test("writes a command from left to right and keeps its words whole", () => {
    const command = renderToStaticMarkup(say("ar").rich(key("a.command")));
    expect(command).toBe('Type <code dir="ltr"><span>age</span> <span>-d</span></code>');
  });

  test("that nobody wrote is an error while building, and its key where the key is data", () => {
    expect(() => say("en")(key("a.missing"))).toThrow('no message "a.missing"');
    expect(say("en").dynamic("a.missing")).toBe("a.missing");
    expect(say("en").dynamic("a.__proto__.x")).toBe("a.__proto__.x");
    expect(say("en").has("a.deep.er")).toBe(true);
    expect(say("en").has("a.deep")).toBe(false);
  });

  test("is parsed once for all requests", () => {
    expect(textFor("fr")).toBe(textFor("fr"));
  });
});

describe("what a browser gets", () => {
  const drawnBy = (draw: (t: ReturnType<typeof say>) => void) => {
    const keys = new Set<string>();
    draw(overheard(say("en"), (used) => keys.add(used)));
    return keys;
  };

  test("is what was drawn and what stands beside it", () => {
    const drawn = drawnBy((t) => t(key("a.deep.er")));
    expect(messagesForBrowser(MESSAGES, drawn, [])).toEqual({ a: { deep: { er: "deeper" } } });
  });

  test("are named places whole", () => {
    expect(messagesForBrowser(MESSAGES, [], ["a.deep"])).toEqual({
      a: { deep: { er: "deeper", far: { away: "far" } } },
    });
  });

  test("says the same as the server, without a parser", () => {
    const sent: Messages = JSON.parse(JSON.stringify(messagesForBrowser(MESSAGES, [], ["a"])));
    const browser = textOf("en", sent);
    expect(browser(key("a.count"), { count: 2 })).toBe(say("en")(key("a.count"), { count: 2 }));
    expect(browser(key("a.named"), { name: "x" })).toBe("Signed in as x");
  });

  test("of a real catalogue is a small part", () => {
    const all = JSON.stringify(loadMessages("en")).length;
    const part = JSON.stringify(
      messagesForBrowser(loadMessages("en"), ["common.action.continue"], ["common.form"]),
    ).length;
    expect(part).toBeLessThan(all / 10);
  });
});
