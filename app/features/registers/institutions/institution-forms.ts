import { z } from "zod";
import { isCountryCode } from "#app/features/registers/regional-groups.ts";
import { INSTITUTION_TYPES } from "#app/features/taxonomy/codes.ts";
import type { InstitutionId } from "#app/kernel/id.ts";
import { idParam } from "#app/kernel/id-param.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import type { Institution } from "./institution.ts";
import { asCode, isBic, isLei } from "./institution-codes.ts";

const NAME_MAX = 200;
const SPELLINGS_MAX = 30;

/** A choice of a list; nothing chosen is null. */
const orNone = <T>(schema: z.ZodType<T, string>) =>
  z
    .union([z.literal(""), schema])
    .optional()
    .transform((value) => (value || null) as T | null);

const code = (isCode: (code: string) => boolean, wrong: string) =>
  z
    .string()
    .default("")
    .transform(asCode)
    .refine((typed) => typed === "" || isCode(typed), wrong)
    .transform((typed) => typed || null);

/** One spelling a line. */
const spellings = z
  .string()
  .default("")
  .transform((text) => text.split(/\r?\n/).map((line) => line.trim()))
  .transform((lines) => [...new Set(lines.filter((line) => line !== ""))])
  .refine((lines) => lines.length <= SPELLINGS_MAX, "institutions.spellings.too-many")
  .refine((lines) => lines.every((line) => line.length <= NAME_MAX), "institutions.name.too-long");

const fields = {
  name: z.string().trim().min(2, "institutions.name.required").max(NAME_MAX, "institutions.name.too-long"),
  spellings,
  country: orNone(z.string().refine(isCountryCode, "institutions.country.unknown")),
  type: orNone(z.enum(INSTITUTION_TYPES)),
  bic: code(isBic, "institutions.bic.wrong"),
  lei: code(isLei, "institutions.lei.wrong"),
  parent: orNone(z.uuid() as unknown as z.ZodType<InstitutionId, string>),
};

/** What a form says of an institution; state, folding and reply are not its to say. */
export type InstitutionFacts = Omit<Institution, "state" | "foldedInto" | "reply">;

type Fields = { readonly [Name in keyof typeof fields]: z.output<(typeof fields)[Name]> };

function factsOf({ name, spellings, parent, ...facts }: Fields): InstitutionFacts {
  return { ...facts, names: [name, ...spellings.filter((spelling) => spelling !== name)], parentId: parent };
}

export const newInstitutionForm = z.object(fields).transform(factsOf);
export const institutionForm = z
  .object({ ...fields, recordVersion })
  .transform(({ recordVersion: version, ...form }) => ({ version, facts: factsOf(form) }));

export const confirmInstitutionForm = z
  .object({ recordVersion })
  .transform(({ recordVersion: version }) => ({ version }));
export const foldInstitutionForm = z
  .object({ recordVersion, into: z.uuid("institutions.fold.required") })
  .transform(({ recordVersion: version, into }) => ({ version, into: into as InstitutionId }));

/** What is looked for; it goes into the session's sealed row, never into an address. */
export const searchForm = z.object({ words: z.string().trim().max(NAME_MAX).default("") });

export const institutionParams = z.object({ institutionId: idParam<"institution">() });

/** What is kept of an institution, as its form holds it. */
export function institutionValues(facts: Partial<InstitutionFacts>): Readonly<Record<string, string>> {
  const { names = [], country, type, bic, lei, parentId } = facts;
  const [name = "", ...others] = names;
  return {
    name,
    spellings: others.join("\n"),
    country: country ?? "",
    type: type ?? "",
    bic: bic ?? "",
    lei: lei ?? "",
    parent: parentId ?? "",
  };
}
