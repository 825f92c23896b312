import { z } from "zod";

export const personParams = z.object({ userId: z.uuid() });
