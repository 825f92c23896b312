import { Document, type PDFDocument, type PDFObject } from "mupdf";

/** One element of the tree of tags. */
export interface Tag {
  readonly type: string;
  /** of the object it is, -1 where it is none of its own */
  readonly number: number;
  readonly object: PDFObject;
  readonly children: readonly Tag[];
  /** marked parts of pages that are its own: page (object number) and number on it */
  readonly parts: readonly (readonly [page: number, id: number])[];
  /** annotations that are its own, by object number */
  readonly annotations: readonly number[];
}

/** The tree of tags as a reader of the screen walks it; types that stand for standard ones are read as those. */
export function tagTree(root: PDFObject): Tag {
  const roles = root.get("RoleMap");
  const standard = (type: string): string => {
    const mapped = roles.isDictionary() ? roles.get(type) : null;
    return mapped?.isName() ? mapped.asName() : type;
  };
  const walk = (object: PDFObject, inherited: number): Tag => {
    const page = object.get("Pg").isIndirect() || object.get("Pg").isDictionary() ? numberOf(object, "Pg") : inherited;
    const found = { children: [] as Tag[], parts: [] as [number, number][], annotations: [] as number[] };
    for (const kid of kidsOf(object)) {
      if (kid.isNumber()) found.parts.push([page, kid.asNumber()]);
      else if (nameIn(kid, "Type") === "MCR")
        found.parts.push([kid.get("Pg").isNull() ? page : numberOf(kid, "Pg"), kid.get("MCID").asNumber()]);
      else if (nameIn(kid, "Type") === "OBJR") found.annotations.push(numberOf(kid, "Obj"));
      else found.children.push(walk(kid, page));
    }
    const number = object.isIndirect() ? object.asIndirect() : -1;
    return { type: standard(nameIn(object, "S")), number, object, ...found };
  };
  return walk(root, -1);
}

/** Every element below, in the order of reading. */
export const allTags = (tag: Tag): Tag[] => tag.children.flatMap((child) => [child, ...allTags(child)]);

/** Every element of a tagged PDF. */
export function tagsOf(pdf: Uint8Array): Tag[] {
  const document = Document.openDocument(pdf, "application/pdf") as PDFDocument;
  return allTags(tagTree(document.getTrailer().get("Root", "StructTreeRoot")));
}

/** What lies there, and the null object where nothing does: that of a null object is null. */
export const at = (object: PDFObject, key: string): PDFObject => (object.isNull() ? object : object.get(key));

const kidsOf = (object: PDFObject): PDFObject[] => {
  const kids = object.get("K");
  return kids.isNull() ? [] : kids.isArray() ? listed(kids) : [kids];
};

export function listed(array: PDFObject): PDFObject[] {
  const all: PDFObject[] = [];
  if (array.isArray())
    array.forEach((one) => {
      all.push(one);
    });
  return all;
}

export const nameIn = (object: PDFObject, key: string): string => {
  const name = object.get(key);
  return name.isName() ? name.asName() : "";
};

/** The number of an object that is pointed to. */
export const numberOf = (object: PDFObject, key: string): number => {
  let number = -1;
  // What `get` gives is resolved; walking a dictionary leaves pointers as they are.
  object.forEach((value, name) => {
    if (name === key && value.isIndirect()) number = value.asIndirect();
  });
  return number;
};
