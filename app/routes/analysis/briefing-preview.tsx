import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedLoader } from "#app/access/guard.server.ts";
import { briefingLocaleParams } from "#app/features/briefings/briefing-params.ts";
import { previewOf } from "#app/features/briefings/drafting/briefing-preview.server.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { printableNames } from "#app/features/briefings/names/edition-names.ts";
import { findEarlierEdition } from "#app/features/briefings/published/earlier-edition.server.ts";
import { PublishedBriefing } from "#app/features/briefings/published/ui/published-briefing.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";

export const handle = page({ title: "drafting.preview.title", leave: false });

export const loader = guardedLoader(
  { may: "briefing.read", params: briefingLocaleParams },
  async ({ actor, params: { briefingId, locale } }) => {
    const { draft, tables, stories, names } = await readBriefing(actor, briefingId);
    if (!tables) throw notFound();
    const releasedOn = isoDayOf(now());
    const told = {
      stories: (stories ?? []).flatMap(({ content }) => content ?? []),
      names: printableNames(names),
    };
    const earlier = await findEarlierEdition(draft.specification.session);
    const text = previewOf(draft, tables.release, { slug: "preview", releasedOn }, told, earlier).texts[locale];
    if (!text) throw notFound();
    // Files are made at the release and not before.
    return { briefingId, text: { ...text, downloads: { ...text.downloads, items: [] } } };
  },
);

export default function BriefingPreview() {
  const t = useText();
  const { briefingId, text } = useLoaderData<typeof loader>();
  const notice = { title: t("drafting.preview.title"), text: t("drafting.preview.text") };
  return <PublishedBriefing text={text} address="" notice={notice} back={paths.briefingReview(briefingId)} />;
}
