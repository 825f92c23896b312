/** What a report may be backed with. Anything else has no reader here that could make it safe. */
export const FILE_KINDS = ["jpg", "png", "webp", "pdf", "docx", "txt", "eml"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const BY_ENDING: Readonly<Record<string, FileKind>> = {
  jpg: "jpg",
  jpeg: "jpg",
  png: "png",
  webp: "webp",
  pdf: "pdf",
  docx: "docx",
  txt: "txt",
  eml: "eml",
};

export const FILE_LIMIT_BYTES = 10 * 1024 * 1024;
/** How many whole files one form may carry; with scripts each travels in a form of its own. */
export const FILES_AT_ONCE = 5;

/** @returns what a file says it is by the last ending of its name; null where that is nothing that is taken */
export function kindOfName(name: string): FileKind | null {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return name.includes(".") && Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending]! : null;
}

/** What a clean copy can be: nothing in here runs, asks the network or remembers its maker. */
export const CLEAN_TYPES = {
  jpg: "image/jpeg",
  png: "image/png",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain; charset=utf-8",
} as const;
export type CleanKind = keyof typeof CLEAN_TYPES;
