import { z } from "zod";
import { type Id, isId } from "./id.ts";

/** The part of an address that names one thing. What has not the form of an id is answered like what is not there. */
export function idParam<Noun extends string>() {
  return z
    .string()
    .refine(isId)
    .transform((text) => text as Id<Noun>);
}
