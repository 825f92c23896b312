import { Heading } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import type { OwnReleases } from "#app/features/briefings/published/own-releases.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

/** Briefings that may have counted a report: what is published is not called back, so its reporter is told. */
export function OwnReleasesList({ data: { releases, countsNow } }: { readonly data: OwnReleases }) {
  const t = useText();
  const { date } = useFormats();
  if (releases.length === 0) return null;
  return (
    <section aria-labelledby="own-releases">
      <Heading level={2} id="own-releases">
        {t("published.own.heading")}
      </Heading>
      <p>{t(countsNow ? "published.own.counts" : "published.own.left-out")}</p>
      <ul>
        {releases.map(({ slug, kicker, title, locale, releasedOn, state }) => (
          <li key={slug}>
            <a href={paths.briefing(slug)} lang={locale}>
              {title}
            </a>{" "}
            <span className="quiet">
              <bdi>{kicker}</bdi> · {date(releasedOn)}
            </span>
            {state === "withdrawn" && (
              <>
                {" "}
                <Tag tone="amber">{t("briefings.withdrawn.title")}</Tag>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="note">{t("published.own.unknown")}</p>
    </section>
  );
}
