import { publicResource } from "#app/access/public-door.server.ts";
import { releaseFileParams } from "#app/features/briefings/briefing-params.ts";
import { fileAnswer } from "#app/features/briefings/published/release-answers.server.ts";

/** One released table as CSV. */
export const loader = publicResource(async ({ params }) => {
  const { data } = releaseFileParams.safeParse(params);
  return fileAnswer(data?.slug, data && `tables/${data.file}`);
});
