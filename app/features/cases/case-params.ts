import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

/** The case that an address names. */
export const caseParams = z.object({ caseId: idParam<"case">() });
