import { describe, expect, test } from "vitest";
import { MESSAGE_MAX } from "#app/features/messages/message.ts";
import { teamMessageForm } from "#app/features/messages/message-forms.ts";
import { isQuestion, MESSAGE_TEMPLATES, withTemplate } from "#app/features/messages/message-templates.ts";
import { formWithReadyText, readyText } from "#app/features/messages/ready-texts.server.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { accountNumberPlaces } from "#app/kernel/account-number-mask.ts";

describe("ready texts", () => {
  test("exist in every language, each another text, and fit into a message with room to spare", () => {
    const all = LOCALES.flatMap((locale) => MESSAGE_TEMPLATES.map((template) => readyText(template, locale)));
    expect(new Set(all).size).toBe(LOCALES.length * MESSAGE_TEMPLATES.length);
    for (const words of all) {
      expect(words.length).toBeGreaterThan(60);
      expect(words.length).toBeLessThan(MESSAGE_MAX / 10);
      expect(accountNumberPlaces(words)).toEqual([]);
    }
  });

  test("are in the script of their language", () => {
    for (const template of MESSAGE_TEMPLATES) {
      expect(readyText(template, "ar")).toMatch(/^[\p{Script=Arabic}\p{M}\s\p{P}]+$/u);
      expect(readyText(template, "fr")).not.toMatch(/\p{Script=Arabic}/u);
    }
  });

  test("that ask have a question mark in every language, and the others have none", () => {
    for (const locale of LOCALES)
      for (const template of MESSAGE_TEMPLATES)
        expect(/[?؟]/.test(readyText(template, locale)), `${locale} ${template}`).toBe(isQuestion(template));
  });

  test("stand below what was typed, and nothing typed is lost", () => {
    expect(withTemplate("", "Which day?")).toBe("Which day?");
    expect(withTemplate(" \n", "Which day?")).toBe("Which day?");
    expect(withTemplate("Dear colleagues,\n", "Which day?")).toBe("Dear colleagues,\n\nWhich day?");
  });
});

describe("the form of the team", () => {
  const read = (fields: Record<string, string>) => teamMessageForm.safeParse(fields);

  test("is sent with its text, and refused without one", () => {
    expect(read({ text: " On which day? ", asks: "yes" }).data).toMatchObject({ text: "On which day?", asks: true });
    expect(read({ text: "  " }).error?.issues).toMatchObject([{ path: ["text"], message: "messages.form.required" }]);
    expect(read({ text: "x".repeat(MESSAGE_MAX + 1) }).success).toBe(false);
  });

  test("asked for a ready text needs a language and no text, ticks a question that is one, and keeps the ticked files", () => {
    expect(read({ text: "", template: "date", language: "" }).error?.issues).toMatchObject([{ path: ["language"] }]);
    const file = crypto.randomUUID();
    const date = read({ text: "Hello", template: "date", language: "fr", files: file }).data!;
    expect(formWithReadyText(date)).toEqual({
      text: `Hello\n\n${readyText("date", "fr")}`,
      language: "fr",
      asks: "yes",
      files: [file],
    });
    const next = read({ text: "", template: "next", language: "ar" }).data!;
    expect(formWithReadyText(next)).toEqual({ text: readyText("next", "ar"), language: "ar", files: [] });
    expect(formWithReadyText(read({ text: "Hello" }).data!)).toBeNull();
  });

  test("takes a page that claims to have shown nonsense for one that has shown nothing", () => {
    expect(read({ text: "Hello", seenAt: "yesterday" }).data?.seenAt).toBeNull();
    expect(read({ text: "Hello", seenAt: "2026-01-05T09:00:00.000Z" }).data?.seenAt).toBe("2026-01-05T09:00:00.000Z");
  });
});
