import { z } from "zod";

/** Codes stand in files and addresses of cells: nothing that a table would cut, or a spreadsheet compute. */
export const code = z
  .string()
  .regex(/^[^|;=+\-@\s][^|;\r\n]{0,99}$/, 'must not hold "|" or ";", nor begin with a sign of a formula');
/** Names become names of files and columns. */
export const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, "must be lower-case letters, digits, hyphens and underscores");
