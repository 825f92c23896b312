import { IntlMessageFormat } from "intl-messageformat";
import { Fragment, isValidElement, type ReactNode } from "react";
import { findMessage, type MessageKey, type Messages } from "./catalogue.ts";
import { directionOf, INTL_TAGS, type Locale } from "./locales.ts";

/** What may stand in a placeholder of plain text. */
export type PlainValues = Readonly<Record<string, string | number | Date | boolean>>;
/** In rich text a placeholder may be a node, and a tag such as `<link>…</link>` is drawn by a function. */
export type RichValues = Readonly<
  Record<string, string | number | Date | boolean | ReactNode | ((children: ReactNode) => ReactNode)>
>;

export interface Text {
  /** The message under `key`, with its placeholders filled. */
  (key: MessageKey, values?: PlainValues): string;
  /** The same with tags: `<b>`, `<i>` and `<code>` are known everywhere, others come as functions in `values`. */
  rich(key: MessageKey, values?: RichValues): ReactNode;
  /** For keys that arrive as data, such as the code of a refusal. A key nobody has written shows itself. */
  dynamic(key: string, values?: PlainValues): string;
  has(key: string): boolean;
  readonly locale: Locale;
}

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

const made = new WeakMap<Messages, Partial<Record<Locale, Text>>>();

/** The words of one catalogue. Made once for each, for parsing its messages takes longer than all else on a page. */
export function textOf(locale: Locale, messages: Messages): Text {
  const texts = made.get(messages) ?? {};
  texts[locale] ??= createText(locale, messages);
  made.set(messages, texts);
  return texts[locale];
}

/** The same text, telling which keys are asked for: what a page has drawn is what its browser needs. */
export function overheard(text: Text, onUse: (key: string) => void): Text {
  const tell = <Rest extends readonly unknown[], Answer>(say: (key: never, ...rest: Rest) => Answer) => {
    return (key: string, ...rest: Rest): Answer => {
      onUse(key);
      return say(key as never, ...rest);
    };
  };
  return Object.assign(tell(text), {
    rich: tell(text.rich),
    dynamic: tell(text.dynamic),
    has: text.has,
    locale: text.locale,
  });
}

function createText(locale: Locale, messages: Messages): Text {
  const parsed = new Map<string, IntlMessageFormat>();

  function formatOf(key: string): IntlMessageFormat {
    const known = parsed.get(key);
    if (known) return known;
    const message = findMessage(messages, key) ?? missing(key);
    const format = new IntlMessageFormat(message as string, INTL_TAGS[locale]);
    parsed.set(key, format);
    return format;
  }

  /** A message without placeholders is the common case and needs neither parser nor formatter. */
  function plainMessage(key: string): string | null {
    const message = findMessage(messages, key);
    return typeof message === "string" && !/[{}<>'#]/.test(message) ? message : null;
  }

  function text(key: string, values: PlainValues = {}): string {
    return plainMessage(key) ?? String(formatOf(key).format(isolated(values, locale)));
  }

  const rich = (key: string, values: RichValues = {}): ReactNode => {
    const parts = formatOf(key).format({ ...KNOWN_TAGS, ...isolatedNodes(values, locale) } as Record<string, unknown>);
    return Array.isArray(parts)
      ? parts.map((part, at) => <Fragment key={String(at)}>{part}</Fragment>)
      : (parts as ReactNode);
  };
  const has = (key: string) => findMessage(messages, key) !== null;
  const dynamic = (key: string, values?: PlainValues) => (has(key) ? text(key, values) : key);
  return Object.assign(text, { rich, dynamic, has, locale });
}

/** While somebody builds it is an error; for a reader a page with one odd word is better than no page. */
function missing(key: string): string {
  if (process.env.NODE_ENV !== "production") throw new Error(`There is no message "${key}"`);
  return key.replaceAll(/[{}<>'#]/g, "");
}

const KNOWN_TAGS = {
  b: (children: ReactNode) => <b>{children}</b>,
  i: (children: ReactNode) => <i>{children}</i>,
  // A command or an address is Latin in every language: it begins on the left, and its signs stay where they belong.
  code: (children: ReactNode) => <code dir="ltr">{wholeWords(children)}</code>,
};

/** A line may end between the words of a command, never within one: nobody could tell a sign of it from a hyphen. */
function wholeWords(children: ReactNode): ReactNode {
  const words = [children].flat().join("").split(" ");
  return words.map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words of one command never change order
    <Fragment key={at}>
      {at > 0 && " "}
      <span>{word}</span>
    </Fragment>
  ));
}

/** In Arabic a Latin name or amount would pull the words around it into the wrong order; an isolate keeps it apart. */
function isolated(values: PlainValues, locale: Locale): Record<string, string | number | Date | boolean> {
  if (directionOf(locale) === "ltr") return { ...values };
  return mapValues(values, (value) =>
    typeof value === "string" ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}` : value,
  );
}

function isolatedNodes(values: RichValues, locale: Locale): RichValues {
  if (directionOf(locale) === "ltr") return values;
  return mapValues(values, (value) =>
    typeof value === "string" || isValidElement(value) ? <bdi>{value}</bdi> : value,
  );
}

function mapValues<From, To>(values: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
