import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

export const listParams = z.object({ listId: idParam<"list">() });
