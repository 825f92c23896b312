import { z } from "zod";
import { FILTER_NAME_MAX } from "./desk-item.ts";

const name = z.string().trim().min(1, "desk.name.required").max(FILTER_NAME_MAX, "desk.name.too-long");

/** The name, beside the codes of the address that the page carries along. */
export const saveFilterForm = z.looseObject({ name });
export const renameFilterForm = z.object({ name });
export const keysForm = z.object({ keys: z.enum(["on", "off"], "desk.keys.required") });
