import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { versionParams } from "#app/features/surveys/building/building-params.ts";
import { lossesOf } from "#app/features/surveys/building/exporting.server.ts";
import { readPublished } from "#app/features/surveys/building/published.server.ts";
import { TakePage } from "#app/features/surveys/building/ui/take-page.tsx";
import { titleIn } from "#app/features/surveys/building/wording.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.take.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave.read", params: versionParams },
  async ({ actor, params: { digest }, request }) => {
    const { instrument } = await readPublished(actor, digest);
    return { digest, title: titleIn(instrument, localeOf(request)), losses: lossesOf(instrument) };
  },
);

export default function QuestionnaireVersionTake() {
  const { digest, title, losses } = useLoaderData<typeof loader>();
  return (
    <TakePage
      back={paths.questionnaireVersion(digest)}
      title={title}
      losses={losses}
      hrefOf={(format) => paths.questionnaireVersionFile(digest, format)}
    />
  );
}
