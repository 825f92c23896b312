import { Heading } from "#app/design-system/content/heading.tsx";
import type { PublishedStories as Stories } from "#app/features/briefings/published/published-text.ts";

/** Each in its own language and direction, whatever the page around it is written in. */
export function PublishedStories({ stories: { heading, lead, items } }: { readonly stories: Stories }) {
  return (
    <section id="stories">
      <Heading level={2}>{heading}</Heading>
      <p>{lead}</p>
      {items.map(({ locale, direction, paragraphs, note, beside }) => (
        <figure key={paragraphs[0]} className="story-figure">
          <blockquote className="story" lang={locale} dir={direction}>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </blockquote>
          {(beside || note) && (
            <figcaption className="note">
              {beside}
              {beside && note && " · "}
              {note}
            </figcaption>
          )}
        </figure>
      ))}
    </section>
  );
}
