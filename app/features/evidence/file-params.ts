import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

/** The file of a case that an address names. */
export const fileParams = z.object({ caseId: idParam<"case">(), fileId: idParam<"file">() });

const LAST_PAGE = 300;

/** One picture of its copy. */
export const pictureParams = fileParams.extend({ number: z.coerce.number().int().min(1).max(LAST_PAGE) });
