import { z } from "zod";

/** The widest whole number that a column of the database holds. */
const WIDEST = 2 ** 31 - 1;

/** The hidden field that says at which version a page has read its record: what is no version of anything is refused here. */
export const recordVersion = z.coerce.number().int().min(1).max(WIDEST);
