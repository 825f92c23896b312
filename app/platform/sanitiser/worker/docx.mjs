// A text document is written anew: letters, tables, lists, notes and pictures, from parts and elements that are listed.
// @ts-check
import { zipSync } from "fflate";
import { rewritten } from "./docx-part.mjs";
import { NoCopy } from "./findings.mjs";
import { clean as cleanPicture } from "./pictures.mjs";
import { parseXml } from "./xml.mjs";
import { directoryOf, partOf } from "./zip.mjs";

/** @typedef {{ id: string, type: string, target: string, outside: boolean }} Relation */

const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Parts of text beside the main one, by the last word of their relation. @type {Record<string, string>} */
const TEXTS = {
  styles: "styles",
  numbering: "numbering",
  footnotes: "footnotes",
  endnotes: "endnotes",
  header: "header",
  footer: "footer",
};
/** @type {readonly (readonly [RegExp, string])[]} */
const LEFT_OUT = [
  [/^docProps\//, "document_properties"],
  [/^customXml\//, "document_properties"],
  [/comments[^/]*\.xml$/i, "comments"],
  [/people\.xml$/i, "authors"],
  [/(settings|fontTable|webSettings)\.xml$|glossary\//i, "template_and_settings"],
  [/(embeddings|activeX)\//i, "embedded_objects"],
  [/(charts|diagrams)\//i, "drawings"],
];
/** An empty picture stands where one was that cannot be made safe, so that the text around it stays as it was. */
const BLANK = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTvw2QAAAABJRU5ErkJggg==",
  "base64",
);

/**
 * @param {Buffer} bytes
 * @param {import("./findings.mjs").Findings} findings
 */
export async function clean(bytes, findings) {
  const parts = directoryOf(bytes);
  const read = (/** @type {string} */ name) => {
    const entry = parts.get(name);
    return entry ? partOf(bytes, entry) : null;
  };
  refuseOtherThings(parts, read("[Content_Types].xml"));
  for (const [pattern, code] of LEFT_OUT)
    findings.addIf(
      [...parts.keys()].some((name) => pattern.test(name)),
      code,
    );
  const copy = new Copy(read, findings);
  await copy.text(mainPart(read), "document");
  return { copy: copy.packed(), clean: "docx" };
}

function refuseOtherThings(/** @type {Map<string, unknown>} */ parts, /** @type {Buffer | null} */ types) {
  if (!types) throw new NoCopy("differs_from_name");
  if (
    [...parts.keys()].some((name) => /vbaProject|vbaData|macrosheets/i.test(name)) ||
    /macroEnabled/i.test(types.toString("utf8"))
  )
    throw new NoCopy("macro");
}

/** Where the text itself is, as the package says. */
function mainPart(/** @type {(name: string) => Buffer | null} */ read) {
  const main = relationsOf(read("_rels/.rels"), "").find(({ type, outside }) => type === "officeDocument" && !outside);
  if (!main || !read(main.target)) throw new NoCopy("differs_from_name");
  return main.target;
}

class Copy {
  /** @type {Record<string, Uint8Array>} */
  #files = {};
  /** @type {string[]} */
  #overrides = [];
  #pictures = 0;
  /** @type {Record<string, number>} */
  #counts = {};
  #read;
  #findings;

  /**
   * @param {(name: string) => Buffer | null} read
   * @param {import("./findings.mjs").Findings} findings
   */
  constructor(read, findings) {
    this.#read = read;
    this.#findings = findings;
  }

  /**
   * Takes over a part of text and what it leads to.
   * @param {string} source
   * @param {string} kind
   * @returns {Promise<string>} the name of its copy
   */
  async text(source, kind) {
    const xml = this.#read(source);
    if (!xml) throw new NoCopy("damaged");
    this.#counts[kind] = (this.#counts[kind] ?? 0) + 1;
    const name = `${kind}${kind === "header" || kind === "footer" ? this.#counts[kind] : ""}.xml`;
    /** @type {Map<string, { id: string, type: string, target: string }>} */
    const kept = new Map();
    for (const relation of relationsOf(this.#read(relationsName(source)), source)) {
      const target = await this.#follow(relation, kind === "document");
      if (target) kept.set(relation.id, { id: `rId${kept.size + 1}`, type: relation.type, target });
    }
    const text = new TextDecoder("utf-8", { fatal: true }).decode(xml);
    const follow = (/** @type {string} */ id) => kept.get(id)?.id ?? null;
    this.#files[`word/${name}`] = Buffer.from(rewritten(parseXml(text), follow, this.#findings));
    this.#overrides.push(
      `<Override PartName="/word/${name}" ContentType="${MAIN_TYPE}.${kind}${kind === "document" ? ".main" : ""}+xml"/>`,
    );
    if (kept.size > 0) this.#files[`word/_rels/${name}.rels`] = relationsPart([...kept.values()], RELATIONS);
    return name;
  }

  /**
   * @param {Relation} relation
   * @param {boolean} fromMain
   */
  async #follow({ type, target, outside }, fromMain) {
    if (outside) {
      this.#findings.add("links");
      return null;
    }
    if (type === "image") return this.#picture(target);
    if (!fromMain || !Object.hasOwn(TEXTS, type) || !this.#read(target)) return null;
    return this.text(target, /** @type {string} */ (TEXTS[type]));
  }

  async #picture(/** @type {string} */ source) {
    const bytes = this.#read(source);
    this.#pictures += 1;
    const { copy, clean } = await pictureOf(bytes, this.#findings);
    const name = `media/image${this.#pictures}.${clean === "jpg" ? "jpeg" : "png"}`;
    this.#files[`word/${name}`] = copy;
    return name;
  }

  packed() {
    this.#files["[Content_Types].xml"] = Buffer.from(
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${this.#overrides.join("")}</Types>`,
    );
    this.#files["_rels/.rels"] = relationsPart(
      [{ id: "rId1", type: "officeDocument", target: "word/document.xml" }],
      RELATIONS,
    );
    const first = ["[Content_Types].xml", "_rels/.rels"];
    const names = [...first, ...Object.keys(this.#files).filter((name) => !first.includes(name))];
    // The same moment for every part: the earliest that an archive can say.
    return zipSync(Object.fromEntries(names.map((name) => [name, /** @type {Uint8Array} */ (this.#files[name])])), {
      mtime: new Date(1980, 0, 1),
    });
  }
}

/**
 * @param {Buffer | null} bytes
 * @param {import("./findings.mjs").Findings} findings
 * @returns {Promise<{ copy: Uint8Array, clean: string }>}
 */
async function pictureOf(bytes, findings) {
  try {
    if (bytes) return await cleanPicture(bytes, findings);
  } catch (error) {
    if (error instanceof NoCopy) throw error;
  }
  findings.add("foreign_pictures");
  return { copy: BLANK, clean: "png" };
}

/**
 * @param {Buffer | null} xml
 * @param {string} source  the part that they belong to
 * @returns {Relation[]}
 */
function relationsOf(xml, source) {
  if (!xml) return [];
  const folder = source.split("/").slice(0, -1);
  return parseXml(xml.toString("utf8")).children.flatMap((child) => {
    if (typeof child === "string") return [];
    const said = Object.fromEntries(child.attributes.map(({ name, value }) => [name, value]));
    const target = said.Target ?? "";
    return [
      {
        id: said.Id ?? "",
        type: (said.Type ?? "").split("/").at(-1) ?? "",
        outside: said.TargetMode === "External" || /^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(target),
        target: target.startsWith("/") ? target.slice(1) : resolved([...folder, ...target.split("/")]),
      },
    ];
  });
}

/** @param {readonly string[]} steps */
function resolved(steps) {
  /** @type {string[]} */
  const path = [];
  for (const step of steps) step === ".." ? path.pop() : step !== "." && step !== "" && path.push(step);
  return path.join("/");
}

function relationsName(/** @type {string} */ source) {
  const steps = source.split("/");
  return [...steps.slice(0, -1), "_rels", `${steps.at(-1)}.rels`].join("/");
}

/**
 * @param {readonly { id: string, type: string, target: string }[]} relations
 * @param {string} types
 */
function relationsPart(relations, types) {
  const rows = relations.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return Buffer.from(`${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join("")}</Relationships>`);
}
