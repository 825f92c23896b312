import { PROFILES } from "#app/features/disclosure/settings.ts";
import { paths } from "#app/paths.ts";
import { APPROVED_BY, type Edition } from "./edition.ts";

/**
 * The register of editions for machines, version 1. Addresses are whole, days are ISO days, digests SHA-256 in
 * hexadecimal. What stands here stands on the register's page; a field may be added, none changes its meaning.
 * @param origin  such as https://thaw.example
 */
export function editionListing(editions: readonly Edition[], origin: string) {
  return {
    version: 1,
    protection: {
      fewestOrganisations: PROFILES.public.m,
      roundedTo: PROFILES.public.rounding.organisations,
      about: origin + paths.briefingMethod(),
    },
    releases: editions.map(
      ({ slug, session, state, releasedOn, withdrawnOn, title, languages, tables, survey, files }) => ({
        slug,
        address: origin + paths.briefing(slug),
        session,
        state,
        releasedOn,
        withdrawnOn,
        title,
        languages,
        approvedBy: APPROVED_BY,
        tables: tables.map(({ id }) => id),
        survey: survey.map(({ id }) => id),
        files: files.map(({ path, mediaType, bytes, digest }) => ({
          address: `${origin}${paths.briefing(slug)}/${path}`,
          mediaType,
          bytes,
          sha256: digest,
        })),
      }),
    ),
  };
}
