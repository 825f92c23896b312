import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

/** The task that an address names, and the case it belongs to. */
export const taskParams = z.object({ caseId: idParam<"case">(), taskId: idParam<"task">() });
