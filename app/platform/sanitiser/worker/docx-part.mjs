// Writes one part of a text document anew from what is allowed in it.
// @ts-check
import { ATTRIBUTES, ELEMENTS, NAMESPACES, NUMBERED, PREFIXES, REPORTED, UNWRAPPED } from "./docx-allowed.mjs";
import { escaped } from "./xml.mjs";

const PICTURE = /drawingml\/(2006\/)?picture$/;
const TEXT_IN = new Set(["w:t", "wp:posOffset", "wp:align"]);
const LINKED = { "a:blip": "r:embed", "w:headerReference": "r:id", "w:footerReference": "r:id" };

/**
 * @typedef {import("./xml.mjs").Element} Element
 * @typedef {(id: string) => string | null} Follow  the id of a related part in the copy, or null where it is not in it
 */

/**
 * @param {Element} root
 * @param {Follow} follow
 * @param {import("./findings.mjs").Findings} findings
 */
export function rewritten(root, follow, findings) {
  let drawings = 0;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element(root, true)}`;

  /** @returns {string} */
  function element(/** @type {Element} */ node, first = false) {
    const name = nameOf(node);
    if (REPORTED[name]) findings.add(/** @type {string} */ (REPORTED[name]));
    if (UNWRAPPED.has(name)) return inner(node);
    if (!ELEMENTS.has(name)) return "";
    if (name === "w:r" && isHidden(node)) return "";
    if (name === "w:drawing" && !isPicture(node)) {
      findings.add("drawings");
      return "";
    }
    const own = attributes(node, name);
    if (own === null) return "";
    const inside = inner(node, TEXT_IN.has(name));
    return `<${name}${first ? ` ${NAMESPACES}` : ""}${own}${inside === "" ? "/>" : `>${inside}</${name}>`}`;
  }

  function inner(/** @type {Element} */ node, text = false) {
    const parts = node.children.map((child) =>
      typeof child === "string" ? (text ? escaped(child) : "") : element(child),
    );
    return parts.join("");
  }

  /** @returns {string | null} null where what it leads to is not in the copy */
  function attributes(/** @type {Element} */ node, /** @type {string} */ name) {
    const kept = node.attributes
      .map(({ value, ...of }) => ({ name: nameOf(of), value }))
      .filter((one) => ATTRIBUTES.has(one.name) || (one.name === "w:id" && NUMBERED.has(name)));
    if (name === "wp:docPr" || name === "pic:cNvPr") {
      drawings += 1;
      kept.push({ name: "id", value: String(drawings) }, { name: "name", value: `Picture ${drawings}` });
    }
    const link = LINKED[/** @type {keyof typeof LINKED} */ (name)];
    if (link) {
      const target = node.attributes.find((one) => nameOf(one) === link);
      const id = target ? follow(target.value) : null;
      if (id === null) return null;
      kept.push({ name: link, value: id });
    }
    return kept.map((one) => ` ${one.name}="${escaped(one.value)}"`).join("");
  }

  function isHidden(/** @type {Element} */ run) {
    const hidden = run.children.some(
      (child) =>
        typeof child !== "string" &&
        nameOf(child) === "w:rPr" &&
        child.children.some(
          (property) => typeof property !== "string" && nameOf(property) === "w:vanish" && isOn(property),
        ),
    );
    findings.addIf(hidden, "hidden_text");
    return hidden;
  }
}

/** @param {{ ns: string, name: string }} of */
function nameOf({ ns, name }) {
  if (ns === "") return name;
  const prefix = Object.hasOwn(PREFIXES, ns) ? PREFIXES[ns] : "?";
  return `${prefix}:${name}`;
}

const isOn = (/** @type {Element} */ { attributes }) =>
  !attributes.some(({ name, value }) => name === "val" && /^(0|false|off)$/.test(value));

/** A drawing with a picture in it, and with nothing else. @returns {boolean} */
function isPicture(/** @type {Element} */ node) {
  if (nameOf(node) === "a:graphicData")
    return node.attributes.some(({ name, value }) => name === "uri" && PICTURE.test(value));
  return node.children.some((child) => typeof child !== "string" && isPicture(child));
}
