import { data, type HeadersFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { publicLoader } from "#app/access/public-door.server.ts";
import { releaseParams } from "#app/features/briefings/briefing-params.ts";
import { publishedHeaders } from "#app/features/briefings/published/published-headers.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { pdfPath } from "#app/features/briefings/published/release-file.ts";
import { findRelease, textIn } from "#app/features/briefings/published/release-queries.server.ts";
import { PublishedBriefing } from "#app/features/briefings/published/ui/published-briefing.tsx";
import { WithdrawnBriefing } from "#app/features/briefings/published/ui/withdrawn-briefing.tsx";
import { LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
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
  const languages = LOCALES.filter((one) => content.texts[one]);
  const shared = {
    slug: content.slug,
    title: text.title,
    isOwnLanguage: text.locale === locale,
    languages,
    withdrawnOn,
  };
  // Of a withdrawn briefing its name is shown and nothing of what it said.
  const shown = release.state === "withdrawn" ? null : text;
  const headers = publishedHeaders(visit.session !== null);
  return data({ ...shared, kicker: text.kicker, text: shown as PublishedText | null }, { headers });
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Briefing() {
  const t = useText();
  const { slug, title, kicker, text, isOwnLanguage, languages, withdrawnOn } = useLoaderData<typeof loader>();
  if (!text) return <WithdrawnBriefing title={title} kicker={kicker} withdrawnOn={withdrawnOn} />;
  const others = languages
    .filter((locale) => locale !== text.locale)
    .map((locale) => ({ locale, name: `PDF, ${OWN_NAMES[locale]}`, href: paths.briefingFile(slug, pdfPath(locale)) }));
  const notice = { title: t("drafting.public.other-language"), text: t("drafting.public.other-language-why") };
  return (
    <PublishedBriefing text={text} address={paths.briefing(slug)} others={others} {...(!isOwnLanguage && { notice })} />
  );
}
