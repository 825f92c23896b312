import { z } from "zod";
import { recordVersion } from "#app/kernel/record-version.ts";
import { reasonField } from "./reason-field.ts";

/** Who stands behind a report by receipt: an organisation of the list, or one that is put on it now. Never both. */
export const bindForm = z
  .object({
    recordVersion,
    organisation: z.union([z.literal(""), z.uuid()]).default(""),
    name: z.string().trim().max(200, "organisation.name.too-long").default(""),
    country: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/, "organisation.country.unknown")]).default(""),
    reason: reasonField.default(""),
  })
  .superRefine(({ organisation, name, reason }, context) => {
    if (organisation === "" && name.length < 2)
      context.addIssue({ code: "custom", message: "receipt.bind.required", path: ["organisation"] });
    if (organisation !== "" && name !== "")
      context.addIssue({ code: "custom", message: "receipt.bind.one-only", path: ["name"] });
    if (reason === "") context.addIssue({ code: "custom", message: "casework.reason.required", path: ["reason"] });
  })
  .transform(({ recordVersion: version, organisation, name, country, reason }) => ({
    version,
    reason,
    party: organisation === "" ? { name, country: country || null } : organisation,
  }));

export type BindForm = z.infer<typeof bindForm>;
