import { z } from "zod";
import { COPY_USES } from "./evidence-trail.ts";

/** Which of the two buttons at a clean copy was pressed. */
export const copyForm = z.object({ use: z.enum(COPY_USES) });
