import { describe, expect, test } from "vitest";
import { message } from "../../../support/documents.ts";
import { CANARY } from "../../../support/pictures.ts";
import { cleaned, reason, textOf } from "./cleaning.ts";

describe("the copy of a text", () => {
  test("has its letters, in any script", async () => {
    const text = "Der Vertrag wurde gekündigt.\n\nاین حساب بسته می\u200cشود\n帐户\n";
    const copy = await cleaned("txt", Buffer.from(text.replaceAll("\n", "\r\n")));
    expect([copy.kind, textOf(copy), copy.removed]).toEqual(["txt", text, []]);
    const wide = await cleaned("txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));
    expect(textOf(wide)).toBe(text);
  });

  test("has no letters that nobody sees and that may mark it", async () => {
    const copy = await cleaned("txt", Buffer.from("a\u200bb\u200cc\u202ed\u{e0041}e\u001b[31mf\ufeff"));
    expect([textOf(copy), copy.removed]).toEqual(["abcde[31mf", ["invisible_characters"]]);
  });

  test("is none where the letters are not certain", async () => {
    expect(await reason("txt", Buffer.from([0x61, 0xe9, 0x62]))).toBe("unknown_letters");
    expect(await reason("txt", Buffer.from("a\0b"))).toBe("differs_from_name");
    expect(await reason("txt", Buffer.alloc(0))).toBe("empty");
  });
});

describe("the copy of a message", () => {
  test("says who, to whom, when and what, and nothing of its way", async () => {
    const copy = await cleaned("eml", message("We close your account.\r\n"));
    expect(copy.kind).toBe("txt");
    expect(textOf(copy).split("\n").slice(0, 6)).toEqual([
      "From: Bank <office@bank.example>",
      "To: us@ngo.example",
      "Date: Tue, 3 Mar 2026 10:00:00 +0000",
      "Subject: Your account",
      "",
      "We close your account.",
    ]);
    expect(textOf(copy)).not.toContain(CANARY);
    expect(copy.removed).toEqual(["mail_headers"]);
  });

  test("is text alone: no page, no program, nothing that hung on it", async () => {
    const html = `<html><head><title>${CANARY}</title></head><body><p>We close &amp; end</p><script>${CANARY}</script><img src="https://${CANARY}.example/p.gif"><p>it.</p></body></html>`;
    const body = `--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${CANARY}.exe"\r\n\r\nMZ${CANARY}\r\n--b--\r\n`;
    const copy = await cleaned(
      "eml",
      message(body, 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n'),
    );
    expect(textOf(copy)).toContain("We close & end\n\nit.");
    expect(textOf(copy)).not.toContain(CANARY);
    expect(textOf(copy)).not.toContain("<p>");
    expect(copy.removed).toEqual(["attachments", "formatting", "mail_headers"]);
  });

  test("is none of what is no message", async () => {
    expect(await reason("eml", Buffer.from("Dear all,\n\nthe bank closed it."))).toBe("differs_from_name");
  });

  test("ends where messages lie in messages without end", async () => {
    let body = "end";
    for (let depth = 0; depth < 60; depth += 1)
      body = `--b${depth}\r\nContent-Type: multipart/mixed; boundary="b${depth - 1}"\r\n\r\n${body}\r\n--b${depth}--\r\n`;
    expect(await reason("eml", message(body, 'Content-Type: multipart/mixed; boundary="b59"\r\n'))).toBe("damaged");
  });
});
