import { guardedResource } from "#app/access/guard.server.ts";
import { versionFileParams } from "#app/features/surveys/building/building-params.ts";
import { fileOf } from "#app/features/surveys/building/exporting.server.ts";
import { readPublished } from "#app/features/surveys/building/published.server.ts";

/** A questionnaire as a download. */
export const loader = guardedResource(
  { may: "wave.read", params: versionFileParams },
  async ({ actor, params: { digest, format } }) => fileOf((await readPublished(actor, digest)).instrument, format),
);
