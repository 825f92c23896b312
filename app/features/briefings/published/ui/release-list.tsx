import { Tag } from "#app/design-system/content/tag.tsx";
import type { ListedRelease } from "#app/features/briefings/published/release-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Published briefings, the newest first, each with its claim. */
export function ReleaseList({ releases }: { readonly releases: readonly ListedRelease[] }) {
  const t = useText();
  return (
    <ul className="release-list">
      {releases.map(({ slug, state, locale, kicker, title, claim, date }) => (
        <li key={slug} lang={locale} className="release-list__release">
          <p className="note">
            {kicker} · {date}
          </p>
          <h2>
            <a href={paths.briefing(slug)}>{title}</a>
          </h2>
          {state === "withdrawn" ? <Tag tone="amber">{t("briefings.withdrawn.title")}</Tag> : <p>{claim}</p>}
        </li>
      ))}
    </ul>
  );
}
