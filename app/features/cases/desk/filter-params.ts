import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

export const filterParams = z.object({ filterId: idParam<"filter">() });
