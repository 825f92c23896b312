import { type ActingRole, roleInCase } from "#app/access/roles.ts";
import type { CleanKind, FileKind } from "#app/platform/sanitiser/file-kinds.ts";
import type { NoCopy, Removed } from "#app/platform/sanitiser/findings.ts";
import type { TrailStep } from "./evidence-trail.ts";

/** Whose pages: the reporter's own files, or those of a case at work. */
export type FileSide = "reporter" | "team";

export const sideOfFiles = ({ role }: { readonly role: ActingRole }): FileSide =>
  roleInCase(role) === "reporter" ? "reporter" : "team";

/** A file as a page tells of it. */
export interface FileRow {
  readonly fileId: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** ISO day */
  readonly receivedOn: string;
  readonly hasOriginal: boolean;
  readonly copy: ShownCopy | { readonly none: NoCopy };
}

export interface ShownCopy {
  readonly kind: CleanKind;
  readonly sizeBytes: number;
  readonly removed: readonly Removed[];
  /** how many pictures can be looked at here; nought where the copy can only be downloaded */
  readonly pictures: number;
}

export interface FilesPageData {
  readonly caseId: string;
  readonly reference: string;
  /** in the order in which they came */
  readonly files: readonly FileRow[];
  /** latest first */
  readonly trail: readonly TrailStep[];
  /** code of the refusal that another file would meet; null where one is taken */
  readonly closed: string | null;
}

export interface FilePageData {
  readonly caseId: string;
  readonly reference: string;
  readonly file: FileRow;
  readonly trail: readonly TrailStep[];
  /** which picture of the copy is looked at, from 1; null where there is none */
  readonly picture: number | null;
}

export const isShown = (copy: FileRow["copy"]): copy is ShownCopy => !("none" in copy);
