/** What stands in a piece of XML, in order. Names come without their prefix: one writer says `x:row`, another `row`. */
export type XmlEvent =
  | { readonly is: "open"; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly is: "close"; readonly name: string }
  | { readonly is: "text"; readonly text: string };

/** Thrown for anything that is not plain XML, and caught where a file is read. */
class NotPlainXml extends Error {}

/**
 * Walks through XML from first to last, each sign once. There are no declarations of types or entities in a workbook, and
 * where there are, nothing of it is read: they are how a small text becomes a large one, or a file of this machine.
 * @throws NotPlainXml
 */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  let depth = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    const text = xml.slice(at, open < 0 ? xml.length : open);
    if (text !== "") yield { is: "text", text: unescaped(text) };
    if (open < 0) break;
    const mark = MARKS.find(({ begins }) => xml.startsWith(begins, open));
    const ends = mark?.ends ?? ">";
    const close = xml.indexOf(ends, open + (mark?.begins.length ?? 1));
    if (close < 0 || mark?.isRefused) throw new NotPlainXml();
    if (!mark) {
      for (const event of tagEvents(xml.slice(open + 1, close))) {
        depth += event.is === "open" ? 1 : -1;
        yield event;
      }
    }
    if (mark?.isText) yield { is: "text", text: xml.slice(open + mark.begins.length, close) };
    at = close + ends.length;
  }
  // A file that was cut off, or that said it was smaller than it is.
  if (depth !== 0) throw new NotPlainXml();
}

interface Mark {
  readonly begins: string;
  readonly ends: string;
  readonly isText?: true;
  readonly isRefused?: true;
}

const MARKS: readonly Mark[] = [
  { begins: "<!--", ends: "-->" },
  { begins: "<![CDATA[", ends: "]]>", isText: true },
  { begins: "<?", ends: "?>" },
  { begins: "<!", ends: ">", isRefused: true },
];

// Each begins where the one before has ended: sought anywhere, a name of a million letters would be begun a million times.
const ATTRIBUTE = /\s+([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;
const withoutPrefix = (name: string) => name.slice(name.indexOf(":") + 1);

function* tagEvents(tag: string): Generator<XmlEvent> {
  const isClose = tag.startsWith("/");
  const name = /^[\w.:-]+/.exec(isClose ? tag.slice(1) : tag)?.[0];
  if (!name) throw new NotPlainXml();
  if (!isClose) {
    const found = [...tag.slice(name.length).matchAll(ATTRIBUTE)];
    const attributes = Object.fromEntries(
      found.map(([, key, double, single]) => [withoutPrefix(key!), unescaped(double ?? single ?? "")]),
    );
    yield { is: "open", name: withoutPrefix(name), attributes };
  }
  if (isClose || tag.endsWith("/")) yield { is: "close", name: withoutPrefix(name) };
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (_, name: string) => {
    if (!name.startsWith("#")) {
      if (!Object.hasOwn(NAMED, name)) throw new NotPlainXml();
      return NAMED[name]!;
    }
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
