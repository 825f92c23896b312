import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

/** The remedy that an address names, and the case it belongs to. */
export const remedyParams = z.object({ caseId: idParam<"case">(), remedyId: idParam<"remedy">() });
