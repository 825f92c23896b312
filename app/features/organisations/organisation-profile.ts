import { z } from "zod";

/** What is known about an organisation. Sealed under a key of its own, wrapped to the organisation and to its team. */
export interface OrganisationProfile {
  readonly name: string;
  /** ISO 3166-1 alpha-2, where known */
  readonly country: string | null;
}

export const inviteOrganisationForm = z.object({
  name: z.string().trim().min(2, "organisation.name.required").max(200, "organisation.name.too-long"),
  country: z
    .union([z.literal(""), z.string().regex(/^[A-Z]{2}$/, "organisation.country.unknown")])
    .optional()
    .transform((code) => code || null),
});

export type InviteOrganisationForm = z.infer<typeof inviteOrganisationForm>;
