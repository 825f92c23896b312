import { Document, type PDFDocument, type PDFObject } from "mupdf";
import { pageContent } from "./page-content.ts";
import { allTags, at, listed, nameIn, type Tag, tagTree } from "./structure.ts";

/** ISO 32000-1, 14.8.4: what a reader of the screen knows without being told. */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
);
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ["Table", "THead", "TBody", "TFoot"],
  TH: ["TR"],
  TD: ["TR"],
  THead: ["Table"],
  TBody: ["Table"],
  TFoot: ["Table"],
  LI: ["L"],
  Lbl: ["LI"],
  LBody: ["LI"],
  TOCI: ["TOC"],
};

/**
 * What of PDF/UA-1 a machine can look at, after the failure conditions of the Matterhorn Protocol 1.02: everything painted is
 * tagged or decoration, each tag and each mark find each other, and what a reader of the screen asks for is there.
 * A program apart from the one that set the type, which promises the same.
 * @returns what is wrong, by checkpoint; empty where nothing is
 */
export function conformanceFaults(bytes: Uint8Array): string[] {
  const document = Document.openDocument(bytes, "application/pdf") as PDFDocument;
  const root = document.getTrailer().get("Root");
  const pages = Array.from({ length: document.countPages() }, (_, place) => document.findPage(place));
  const tree = tagTree(root.get("StructTreeRoot"));
  const tags = allTags(tree);
  return [
    ...catalogueFaults(document, root),
    ...contentFaults(pages, root, tags),
    ...tagFaults(tree),
    ...headingFaults(tags),
    ...tags.filter(({ type }) => type === "Table").flatMap(tableFaults),
    ...tags.filter(({ type }) => type === "Figure").flatMap(figureFaults),
    ...annotationFaults(pages, tags),
    ...fontFaults(document),
  ];
}

function catalogueFaults(document: PDFDocument, root: PDFObject): string[] {
  const metadata = root.get("Metadata");
  const xmp = metadata.isStream() ? metadata.readStream().asString() : "";
  return faultsWhere([
    ["06-002 no mark of PDF/UA", !/pdfuaid:part(?:>|=")1/.test(xmp)],
    ["06-003 no title", !/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp)],
    ["07-001 the file's name is shown, not its title", !isTrue(root.get("ViewerPreferences", "DisplayDocTitle"))],
    [
      "01-007 not marked, or suspects",
      !isTrue(root.get("MarkInfo", "Marked")) || isTrue(root.get("MarkInfo", "Suspects")),
    ],
    ["11-006 no language", !/^[a-z]{2}\b/.test(textIn(root, "Lang"))],
    ["26-001 closed to readers of the screen", !document.getTrailer().get("Encrypt").isNull()],
    ["20-001 optional content", !root.get("OCProperties").isNull()],
    ["25-001 XFA", !root.get("AcroForm").isNull()],
    ["29-001 scripts", !root.get("Names", "JavaScript").isNull() || !root.get("OpenAction", "JS").isNull()],
  ]);
}

/** Each painted thing is tagged or decoration; each mark belongs to exactly one tag, and that tag is the one the page names. */
function contentFaults(pages: readonly PDFObject[], root: PDFObject, tags: readonly Tag[]): string[] {
  const owners = new Map<string, Tag[]>();
  for (const tag of tags)
    for (const [page, id] of tag.parts) owners.set(`${page} ${id}`, [...(owners.get(`${page} ${id}`) ?? []), tag]);
  const named = parentTree(root.get("StructTreeRoot", "ParentTree"));
  const seen = new Set<string>();
  const numbers = pageNumbers(root.get("Pages"));
  const faults = pages.flatMap((page, place) => {
    const { marked, unmarked, mixed } = pageContent(page);
    const byId = named.get(page.get("StructParents").isNumber() ? page.get("StructParents").asNumber() : -1);
    const lost = [...marked].filter((id) => {
      const key = `${numbers[place]} ${id}`;
      seen.add(key);
      const [owner, ...more] = owners.get(key) ?? [];
      return !owner || more.length > 0 || byId?.[id] !== nameOf(owner);
    });
    return faultsWhere([
      [
        `01-005 page ${place + 1}: painted and neither tagged nor decoration: ${unmarked.join(" ")}`,
        unmarked.length > 0,
      ],
      [`01-003 page ${place + 1}: decoration inside what is tagged`, mixed > 0],
      [`01-004 page ${place + 1}: marks ${lost.join()} belong to no tag, or to another`, lost.length > 0],
    ]);
  });
  const empty = [...owners.keys()].filter((key) => !seen.has(key));
  return [...faults, ...faultsWhere([[`01-006 tags of marks that there are not: ${empty.join()}`, empty.length > 0]])];
}

function tagFaults(parent: Tag): string[] {
  return parent.children.flatMap((tag) => {
    const wanted = PARENTS[tag.type];
    return [
      ...faultsWhere([
        [`02-001 ${tag.type} stands for no standard tag`, !STANDARD.has(tag.type)],
        [`09-004 ${tag.type} in ${parent.type}`, wanted !== undefined && !wanted.includes(parent.type)],
      ]),
      ...tagFaults(tag),
    ];
  });
}

function headingFaults(tags: readonly Tag[]): string[] {
  const levels = tags.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
  return levels.flatMap((level, place) =>
    level > (levels[place - 1] ?? 0) + 1 ? [`14-003 heading ${place + 1} jumps to level ${level}`] : [],
  );
}

/** Every row is as wide as the others, and every heading says what it heads. */
function tableFaults(table: Tag): string[] {
  const rows = allTags(table).filter(({ type }) => type === "TR");
  const widths = rows.map(({ children }) =>
    children.reduce((sum, cell) => sum + (attribute(cell, "ColSpan")?.asNumber() ?? 1), 0),
  );
  const heads = allTags(table).filter(({ type }) => type === "TH");
  const ids = new Set(heads.map(({ object }) => textIn(object, "ID")));
  const unheaded = allTags(table).filter(
    (cell) =>
      cell.type === "TD" && listed(attribute(cell, "Headers") ?? cell.object).some((id) => !ids.has(id.asString())),
  );
  return faultsWhere([
    ["15-001 a table without a heading", heads.length === 0],
    ["15-003 a heading without a scope", heads.some((head) => !attribute(head, "Scope"))],
    [`15-004 rows of ${[...new Set(widths)].join()} cells`, new Set(widths).size > 1],
    ["15-005 a cell under a heading that there is not", unheaded.length > 0],
  ]);
}

const figureFaults = ({ object }: Tag): string[] =>
  faultsWhere([
    ["13-004 a figure without words", textIn(object, "Alt").trim() === "" && textIn(object, "ActualText") === ""],
  ]);

function annotationFaults(pages: readonly PDFObject[], tags: readonly Tag[]): string[] {
  const owned = new Map(tags.flatMap((tag) => tag.annotations.map((number) => [number, tag.type] as const)));
  return pages.flatMap((page, place) => {
    const all = listed(page.get("Annots"));
    const links = all.filter((one) => nameIn(one, "Subtype") === "Link");
    return faultsWhere([
      [
        `28-002 page ${place + 1}: a link that no tag holds`,
        links.some((one) => owned.get(one.asIndirect()) !== "Link"),
      ],
      [`28-012 page ${place + 1}: a link without words`, links.some((one) => textIn(one, "Contents") === "")],
      [`28-008 page ${place + 1}: tabs do not follow the tags`, all.length > 0 && nameIn(page, "Tabs") !== "S"],
      [`28-004 page ${place + 1}: something other than a link`, links.length < all.length],
    ]);
  });
}

/** Every face is in the file, and every letter in it says which one it is. */
function fontFaults(document: PDFDocument): string[] {
  const fonts = Array.from({ length: document.countObjects() - 1 }, (_, number) => document.newIndirect(number + 1))
    .map((object) => object.resolve())
    .filter((object) => object.isDictionary() && nameIn(object, "Type") === "Font");
  return fonts.flatMap((font) => {
    const kind = nameIn(font, "Subtype");
    const name = nameIn(font, "BaseFont");
    const isPart = kind.startsWith("CIDFont");
    const descriptor = font.get("FontDescriptor");
    const isEmbedded = ["FontFile", "FontFile2", "FontFile3"].some((key) => at(descriptor, key).isStream());
    return faultsWhere([
      [`31-009 ${name} is not in the file`, kind !== "Type0" && kind !== "Type3" && !isEmbedded],
      [`31-027 letters of ${name} are not known`, !isPart && !font.get("ToUnicode").isStream()],
      [`31-004 ${name} has no map of its glyphs`, kind === "CIDFontType2" && font.get("CIDToGIDMap").isNull()],
    ]);
  });
}

/** Tags by the number of their page and of their mark. */
function parentTree(node: PDFObject): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const kid of listed(node.get("Kids"))) for (const [key, value] of parentTree(kid)) found.set(key, value);
  const numbers = listed(node.get("Nums"));
  for (let place = 0; place + 1 < numbers.length; place += 2)
    found.set(
      numbers[place]!.asNumber(),
      listed(numbers[place + 1]!).map((one) => String(one.asIndirect())),
    );
  return found;
}

/** Object numbers of the pages, in their order. */
function pageNumbers(node: PDFObject): number[] {
  return listed(node.get("Kids")).flatMap((kid) =>
    nameIn(kid, "Type") === "Pages" ? pageNumbers(kid) : [kid.asIndirect()],
  );
}

/** A tag's own object number, which is how pages name it. */
const nameOf = ({ number }: Tag): string => String(number);

function attribute({ object }: Tag, key: string): PDFObject | null {
  const attributes = object.get("A");
  const owners = attributes.isArray() ? listed(attributes) : [attributes];
  return owners.map((one) => at(one, key)).find((value) => !value.isNull()) ?? null;
}

const isTrue = (object: PDFObject): boolean => object.isBoolean() && object.asBoolean();
const textIn = (object: PDFObject, key: string): string => {
  const text = at(object, key);
  return text.isString() ? text.asString() : "";
};
const faultsWhere = (all: readonly (readonly [fault: string, isThere: boolean])[]): string[] =>
  all.filter(([, isThere]) => isThere).map(([fault]) => fault);
