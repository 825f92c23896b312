import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { publicLoader } from "#app/access/public-door.server.ts";
import { releaseParams } from "#app/features/briefings/briefing-params.ts";
import { publishedHeaders } from "#app/features/briefings/published/published-headers.ts";
import type { PublishedBriefing as Content, PublishedText } from "#app/features/briefings/published/published-text.ts";
import { pdfPath, wordPath } from "#app/features/briefings/published/release-file.ts";
import { findRelease, textIn } from "#app/features/briefings/published/release-queries.server.ts";
import { PublishedBriefing } from "#app/features/briefings/published/ui/published-briefing.tsx";
import { WithdrawnBriefing } from "#app/features/briefings/published/ui/withdrawn-briefing.tsx";
import { LOCALES, type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

interface Published {
  readonly title: string;
}

export const handle = page({ title: ({ title }: Published) => title });

export const loader = publicLoader(async ({ request, params, visit }) => {
  const { success, data: place } = releaseParams.safeParse(params);
  const release = success ? await findRelease(place.slug) : null;
  const locale = localeOf(request);
  const text = release && textIn(release.content, locale);
  if (!release || !text) throw notFound();
  const { content, withdrawnOn } = release;
  const shared = {
    slug: content.slug,
    title: text.title,
    isOwnLanguage: text.locale === locale,
    others: otherLanguages(content, text.locale),
    withdrawnOn,
  };
  // Of a withdrawn briefing its name is shown and nothing of what it said.
  const shown = release.state === "withdrawn" ? null : text;
  const headers = publishedHeaders(visit.session !== null);
  return data({ ...shared, kicker: text.kicker, text: shown as PublishedText | null }, { headers });
});

/** The same briefing to read or edit in other languages, as far as its release made it. */
function otherLanguages({ slug, texts }: Content, own: Locale) {
  return LOCALES.filter((locale) => locale !== own).flatMap((locale) =>
    (texts[locale]?.downloads.items ?? [])
      .filter(({ path }) => path === pdfPath(locale) || path === wordPath(locale))
      .map(({ label, path }) => ({
        locale,
        name: `${label}, ${OWN_NAMES[locale]}`,
        href: paths.briefingFile(slug, path),
      })),
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Briefing() {
  const t = useText();
  const { slug, title, kicker, text, isOwnLanguage, others, withdrawnOn } = useLoaderData<typeof loader>();
  if (!text) return <WithdrawnBriefing title={title} kicker={kicker} withdrawnOn={withdrawnOn} />;
  const notice = { title: t("drafting.public.other-language"), text: t("drafting.public.other-language-why") };
  return (
    <PublishedBriefing text={text} address={paths.briefing(slug)} others={others} {...(!isOwnLanguage && { notice })} />
  );
}
