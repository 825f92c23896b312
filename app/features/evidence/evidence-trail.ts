/** What can happen to a file. Each is a step of its case's history, under the case key. */
export const TRAIL_ACTIONS = [
  "case.file-added",
  "case.file-opened",
  "case.copy-taken",
  "case.original-taken",
  "case.original-discarded",
  "case.file-forwarded",
] as const;
export type TrailAction = (typeof TRAIL_ACTIONS)[number];

/** A link in the chain of custody: who by role, what, on which day. A finer time would say who was at a desk when. */
export interface TrailStep {
  readonly fileId: string;
  readonly action: TrailAction;
  readonly by: string;
  readonly on: string;
  /** to whom it was passed on; null where it stayed here */
  readonly to: string | null;
}

/** How the team may come by a clean copy. */
export const COPY_USES = ["look", "download"] as const;

/** How somebody comes by a half of a file: each is a step of its own. */
export type FileUse = (typeof COPY_USES)[number] | "original";
export const STEP_OF_USE: Readonly<Record<FileUse, TrailAction>> = {
  look: "case.file-opened",
  download: "case.copy-taken",
  original: "case.original-taken",
};
