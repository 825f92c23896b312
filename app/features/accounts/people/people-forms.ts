import { z } from "zod";
import { typed } from "#app/features/accounts/typed-field.ts";

export const personParams = z.object({ userId: z.uuid() });

export const handleForm = z.object({ handle: typed("sign-in.handle.required") });
