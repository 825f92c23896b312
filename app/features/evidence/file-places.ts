import { paths } from "#app/paths.ts";
import type { FileSide } from "./file-page.ts";

/** Both sides have the same pages, each at its own addresses. */
export interface FilePlaces {
  readonly files: (caseId: string) => string;
  readonly file: (caseId: string, fileId: string) => string;
  readonly original: (caseId: string, fileId: string) => string;
}

export const FILE_PLACES: Readonly<Record<FileSide, FilePlaces>> = {
  reporter: {
    files: paths.reportFiles,
    file: paths.reportFile,
    original: paths.reportFileOriginal,
  },
  team: {
    files: paths.caseFiles,
    file: paths.caseFile,
    original: paths.caseFileOriginal,
  },
};
