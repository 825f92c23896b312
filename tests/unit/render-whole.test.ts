import { createElement } from "react";
import { expect, test } from "vitest";
import { renderWhole } from "#app/render-whole.server.ts";

const LINES = 1_000;

// Lines of every length, so that a piece of the stream ends at every place of a letter of two, three and four bytes.
test.each(["é", "ع", "€", "😀"])("a page of many lines is whole, each letter being %s", async (letter) => {
  const lines = Array.from({ length: LINES }, (_, at) => `${at} ${letter.repeat(1 + (at % 30))}`);
  const items = lines.map((line) => createElement("li", { key: line }, line));
  const html = await renderWhole(createElement("ul", null, items), "");
  expect(html).toBe(`<ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`);
});

test("a page that cannot be drawn is an error, not half a page", async () => {
  await expect(renderWhole(createElement(Broken), "")).rejects.toThrow("broken");
});

function Broken(): never {
  throw new Error("broken");
}
