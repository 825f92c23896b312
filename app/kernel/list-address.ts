import { z } from "zod";

/** What every list may have in its address: the page, from 1, and the random name of a view that the session keeps. */
export const listAddress = {
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  view: z
    .string()
    .regex(/^[\w-]{12}$/)
    .nullable()
    .catch(null),
};
