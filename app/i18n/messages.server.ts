import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@formatjs/icu-messageformat-parser";
import type { Message, Messages, MessageTree } from "./catalogue.ts";
import { LOCALES, type Locale } from "./locales.ts";
import { createText, type Text } from "./text.tsx";

const catalogues = new Map<Locale, Messages>();
const texts = new Map<Locale, Text>();

/** All messages of one language, read once per process from `messages/<locale>/<slice>.json`. */
export function loadMessages(locale: Locale): Messages {
  const known = catalogues.get(locale);
  if (known) return known;
  const folder = join(messagesFolder(), locale);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const messages = Object.fromEntries(files.map((file) => [file.slice(0, -5), readTree(join(folder, file))]));
  // While somebody writes, a changed file must show at the next request.
  if (process.env.NODE_ENV !== "development") catalogues.set(locale, messages);
  return messages;
}

/** For words made outside a page: files, terminal, answers without a document. */
export function textFor(locale: Locale): Text {
  const known = texts.get(locale) ?? createText(locale, loadMessages(locale));
  if (process.env.NODE_ENV !== "development") texts.set(locale, known);
  return known;
}

/** Before the first visitor comes, so that a broken file stops the start. */
export function loadAllMessages(): void {
  for (const locale of LOCALES) loadMessages(locale);
}

/**
 * What a browser gets of some slices: plain messages as they are, those with placeholders already parsed.
 * @see catalogue.ts, `Message`
 */
export function messagesForBrowser(messages: Messages, slices: readonly string[]): Messages {
  return Object.fromEntries(slices.map((slice) => [slice, withoutSyntax(messages[slice] ?? {})]));
}

function withoutSyntax(tree: MessageTree): MessageTree {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, compact(value)]));
}

function compact(value: Message | MessageTree): Message | MessageTree {
  if (Array.isArray(value)) return value as Message;
  if (typeof value !== "string") return withoutSyntax(value as MessageTree);
  return /[{}<>'#]/.test(value) ? parse(value, { captureLocation: false }) : value;
}

function readTree(file: string): MessageTree {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The bundle lies in `build/server`, the source here; both find the same files from the project's root. */
function messagesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("The folder app/i18n/messages was not found");
    folder = parent;
  }
  return join(folder, "app/i18n/messages");
}
