import { z } from "zod";

/** A page with one button asks for nothing more. */
export const emptyForm = z.object({});
