import { redirect } from "@remix-run/node";
import { guardedResource } from "#app/access/guard.server.ts";
import { extractFile } from "#app/features/surveys/publishing/survey-extract.server.ts";
import { waveParams } from "#app/features/surveys/waves/wave-params.ts";
import { paths } from "#app/paths.ts";
import { DOWNLOAD_POLICY } from "#app/platform/http/security-headers.ts";

/** The rows for researchers, agreed to by two, while the answers are open for this sitting. */
export const loader = guardedResource(
  { may: "wave-answer.read", params: waveParams },
  async ({ actor, params: { waveId } }) => {
    const file = await extractFile(actor, waveId);
    if (!file.ok) return redirect(paths.surveyExtract(waveId));
    return new Response(file.value, {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": 'attachment; filename="extract.zip"',
        "Content-Security-Policy": DOWNLOAD_POLICY,
      },
    });
  },
);
