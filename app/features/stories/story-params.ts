import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

/** The story of a case that an address names. */
export const storyParams = z.object({ caseId: idParam<"case">(), storyId: idParam<"story">() });
