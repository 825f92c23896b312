// A small reader of XML: elements, attributes, text. No document types, no entities but the five, nothing from outside.
// @ts-check
import { NoCopy } from "./findings.mjs";

const MOST_NODES = 1_000_000;
const DEEPEST = 256;
const TAG = /<(\/?)([^\s<>/=]{1,200})((?:\s+[^\s<>/=]{1,200}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s<>/=]{1,200})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * @typedef {{ ns: string, name: string, attributes: Attribute[], children: (Element | string)[] }} Element
 * @typedef {{ ns: string, name: string, value: string }} Attribute
 */

/**
 * @param {string} text
 * @returns {Element} the root, each name with its namespace in place of a prefix
 * @throws NoCopy
 */
export function parseXml(text) {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new NoCopy("damaged");
  /** @type {Element} */
  const top = { ns: "", name: "", attributes: [], children: [] };
  /** @type {{ element: Element, raw: string, spaces: Map<string, string> }[]} */
  const open = [{ element: top, raw: "", spaces: new Map([["xml", "xml"]]) }];
  let nodes = 0;
  for (let at = 0; at < text.length; ) {
    const here = /** @type {(typeof open)[number]} */ (open.at(-1));
    const next = text.indexOf("<", at);
    if (next !== at) {
      here.element.children.push(decoded(text.slice(at, next < 0 ? text.length : next)));
      if (next < 0) break;
    }
    const skipped = skip(text, next, here.element);
    if (skipped) {
      at = skipped;
      continue;
    }
    TAG.lastIndex = next;
    const tag = TAG.exec(text);
    nodes += 1;
    if (!tag || nodes > MOST_NODES || open.length > DEEPEST) throw new NoCopy("damaged");
    at = TAG.lastIndex;
    const [, closing, raw = "", attributes = "", empty] = tag;
    if (closing) {
      if (here.raw !== raw || open.length < 2) throw new NoCopy("damaged");
      open.pop();
      continue;
    }
    const { element, spaces } = begun(raw, attributes, here.spaces);
    here.element.children.push(element);
    if (!empty) open.push({ element, raw, spaces });
  }
  const root = top.children.find((child) => typeof child !== "string");
  if (open.length !== 1 || typeof root !== "object") throw new NoCopy("damaged");
  return root;
}

/** Comments and instructions are passed over; text in CDATA is text. @returns where to go on, or 0 */
function skip(/** @type {string} */ text, /** @type {number} */ at, /** @type {Element} */ into) {
  for (const [start, end] of [
    ["<!--", "-->"],
    ["<?", "?>"],
    ["<![CDATA[", "]]>"],
  ]) {
    if (!start || !end || !text.startsWith(start, at)) continue;
    const close = text.indexOf(end, at + start.length);
    if (close < 0) throw new NoCopy("damaged");
    if (end === "]]>") into.children.push(text.slice(at + start.length, close));
    return close + end.length;
  }
  return 0;
}

/**
 * @param {string} raw
 * @param {string} written
 * @param {Map<string, string>} outer
 */
function begun(raw, written, outer) {
  const pairs = [...written.matchAll(ATTRIBUTE)].map(([, name = "", a, b]) => ({ name, value: decoded(a ?? b ?? "") }));
  const own = pairs.filter(({ name }) => name === "xmlns" || name.startsWith("xmlns:"));
  const spaces =
    own.length === 0
      ? outer
      : new Map([...outer, ...own.map(({ name, value }) => /** @type {const} */ ([name.slice(6), value]))]);
  const [prefix, name] = split(raw);
  const attributes = pairs
    .filter((pair) => !own.includes(pair))
    .map(({ name, value }) => {
      const [prefix, local] = split(name);
      // An attribute without a prefix belongs to no namespace, whatever the element's is.
      return { ns: prefix === "" ? "" : (spaces.get(prefix) ?? ""), name: local, value };
    });
  return { element: { ns: spaces.get(prefix) ?? "", name, attributes, children: [] }, spaces };
}

/** @returns {[prefix: string, local: string]} */
function split(/** @type {string} */ name) {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

function decoded(/** @type {string} */ text) {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (_, /** @type {string} */ name) => {
    if (name[0] !== "#") return ENTITIES[name] ?? "";
    const point = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return isLetter(point) ? String.fromCodePoint(point) : "";
  });
}

/** What XML 1.0 allows in a document. */
const isLetter = (/** @type {number} */ point) =>
  [9, 10, 13].includes(point) ||
  (point >= 0x20 && point < 0xd800) ||
  (point >= 0xe000 && point < 0xfffe) ||
  (point >= 0x10000 && point <= 0x10ffff);

export function escaped(/** @type {string} */ text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
