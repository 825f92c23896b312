import { FigureRow } from "#app/design-system/content/figure-row.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type {
  PublishedDownload,
  PublishedSection,
  PublishedText,
  PublishedWords,
} from "#app/features/briefings/published/published-text.ts";
import { tablePath } from "#app/features/briefings/published/release-file.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { FollowUpSection } from "./followed-asks.tsx";
import { PublishedAsks } from "./published-asks.tsx";
import { PublishedStories } from "./published-stories.tsx";
import { PublishedTable } from "./published-table.tsx";

interface PublishedBriefingProps {
  readonly text: PublishedText;
  /** the page's own address, without a slash at its end */
  readonly address: string;
  /** said above everything: that it is a preview, or not in the reader's language */
  readonly notice?: { readonly title: string; readonly text: string };
  readonly back?: string;
  /** the same briefing on paper in other languages */
  readonly others?: readonly OtherLanguage[];
}

export interface OtherLanguage {
  readonly locale: Locale;
  readonly name: string;
  readonly href: string;
}

/** The public page of a briefing: frozen words and figures, asks beside the evidence, downloads in one row. */
export function PublishedBriefing({ text, address, notice, back, others = [] }: PublishedBriefingProps) {
  // A preview offers no downloads: its files are made at the release.
  const fileOf = (tableId: string) =>
    text.downloads.items.length > 0 ? `${address}/${tablePath(tableId)}` : undefined;
  return (
    <div lang={text.locale} dir={text.direction}>
      <Page width="page" {...(back && { back })}>
        {notice && (
          <Notice kind="warning" title={notice.title}>
            <p>{notice.text}</p>
          </Notice>
        )}
        <p className="note">
          {text.kicker} · {text.date} · <bdi>{text.tlp.mark}</bdi>
        </p>
        <Heading>{text.title}</Heading>
        <Lead>{text.claim}</Lead>
        {text.figures.items.length > 0 && (
          <section aria-label={text.figures.heading}>
            <FigureRow figures={text.figures.items} />
          </section>
        )}
        <p className="note">{text.confidentiality}</p>
        <Downloads heading={text.downloads.heading} items={text.downloads.items} address={address} />
        {text.onePages && text.onePages.items.length > 0 && text.downloads.items.length > 0 && (
          <OnePages {...text.onePages} address={address} />
        )}
        {others.length > 0 && (
          <ul className="published-languages" aria-label={text.downloads.heading}>
            {others.map(({ locale, name, href }) => (
              <li key={href}>
                <a href={href} hrefLang={locale} lang={locale}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
        <div className="published-columns">
          {text.asks.groups.length > 0 && <PublishedAsks asks={text.asks} />}
          <div>
            {text.sections.map((section) => (
              <Section key={section.id} section={section} words={text.words} fileOf={fileOf} />
            ))}
            {text.stories && <PublishedStories stories={text.stories} />}
            {text.followUp && <FollowUpSection followUp={text.followUp} />}
            <Part {...text.method} />
            <Part {...text.limits} />
            {text.sources.items.length > 0 && <Sources {...text.sources} />}
          </div>
        </div>
      </Page>
    </div>
  );
}

interface SectionProps {
  readonly section: PublishedSection;
  readonly words: PublishedWords;
  readonly fileOf: (tableId: string) => string | undefined;
}

function Section({ section, words, fileOf }: SectionProps) {
  return (
    <section id={section.id}>
      <Heading level={2}>{section.heading}</Heading>
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {section.tables.map((table) => (
        <PublishedTable key={table.id} table={table} words={words} file={fileOf(table.id)} />
      ))}
      {(section.survey ?? []).map((table) => (
        <PublishedTable key={table.id} table={table} words={words} />
      ))}
      {section.leftOut && <p className="note">{section.leftOut}</p>}
    </section>
  );
}

function Part({ heading, paragraphs }: { readonly heading: string; readonly paragraphs: readonly string[] }) {
  return (
    <section>
      <Heading level={2}>{heading}</Heading>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  );
}

function Sources({ heading, items }: { readonly heading: string; readonly items: readonly string[] }) {
  return (
    <section>
      <Heading level={2}>{heading}</Heading>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

interface DownloadsProps {
  readonly heading: string;
  readonly items: readonly PublishedDownload[];
  readonly address: string;
}

function OnePages({ heading, items, address }: DownloadsProps) {
  return (
    <section aria-labelledby="one-pages">
      <p id="one-pages" className="published-one-pages">
        {heading}
      </p>
      <ul className="published-languages" aria-labelledby="one-pages">
        {items.map(({ label, path }) => (
          <li key={path}>
            <a href={`${address}/${path}`} download>
              {label} (<bdi>PDF</bdi>)
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Downloads({ heading, items, address }: DownloadsProps) {
  return (
    <section aria-label={heading}>
      <ButtonRow>
        {items.map(({ label, path }, place) => (
          <ButtonLink key={path} href={`${address}/${path}`} look={place === 0 ? "primary" : "secondary"} download>
            {label}
          </ButtonLink>
        ))}
      </ButtonRow>
    </section>
  );
}
