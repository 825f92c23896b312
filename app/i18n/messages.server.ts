import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@formatjs/icu-messageformat-parser";
import type { Message, Messages, MessageTree } from "./catalogue.ts";
import { withFrenchSpaces } from "./french-spaces.ts";
import { LOCALES, type Locale } from "./locales.ts";
import { type Text, textOf } from "./text.tsx";

const catalogues = new Map<Locale, Messages>();

/** All messages of one language, read once per process from `messages/<locale>/<slice>.json`. */
export function loadMessages(locale: Locale): Messages {
  const known = catalogues.get(locale);
  if (known) return known;
  const folder = join(messagesFolder(), locale);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const messages = Object.fromEntries(files.map((file) => [file.slice(0, -5), readTree(join(folder, file), locale)]));
  // While somebody writes, a changed file must show at the next request.
  if (process.env.NODE_ENV !== "development") catalogues.set(locale, messages);
  return messages;
}

/** For words made outside a page: files, terminal, answers without a document. */
export function textFor(locale: Locale): Text {
  return textOf(locale, loadMessages(locale));
}

/** Before the first visitor comes, so that a broken file stops the start. */
export function loadAllMessages(): void {
  for (const locale of LOCALES) loadMessages(locale);
}

/**
 * What a browser gets: each message that was drawn with those beside it (a question's own errors stand there), and the
 * named places whole. Messages with placeholders are already parsed.
 * @param drawn  keys of messages
 * @param places slices, or places inside one: `report.date`
 * @see catalogue.ts, `Message`
 */
export function messagesForBrowser(messages: Messages, drawn: Iterable<string>, places: readonly string[]): Messages {
  const parents = new Set([...drawn].map((key) => key.slice(0, key.lastIndexOf("."))));
  const chosen = {};
  for (const path of parents) put(chosen, path, leavesOf(treeAt(messages, path)));
  for (const path of places) put(chosen, path, treeAt(messages, path));
  return withoutSyntax(chosen) as Messages;
}

function treeAt(messages: Messages, path: string): MessageTree {
  let place: unknown = messages;
  for (const step of path.split(".")) place = (place as MessageTree | undefined)?.[step];
  return typeof place === "object" && place !== null ? (place as MessageTree) : {};
}

function leavesOf(tree: MessageTree): MessageTree {
  return Object.fromEntries(Object.entries(tree).filter(([, value]) => typeof value === "string"));
}

function put(target: Record<string, unknown>, path: string, tree: MessageTree): void {
  let place = target;
  for (const step of path.split(".")) {
    place[step] ??= {};
    place = place[step] as Record<string, unknown>;
  }
  Object.assign(place, tree);
}

function withoutSyntax(tree: MessageTree): MessageTree {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, compact(value)]));
}

function compact(value: Message | MessageTree): Message | MessageTree {
  if (Array.isArray(value)) return value as Message;
  if (typeof value !== "string") return withoutSyntax(value as MessageTree);
  return /[{}<>'#]/.test(value) ? parse(value, { captureLocation: false }) : value;
}

function readTree(file: string, locale: Locale): MessageTree {
  const text = readFileSync(file, "utf8");
  return JSON.parse(locale === "fr" ? withFrenchSpaces(text) : text);
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
