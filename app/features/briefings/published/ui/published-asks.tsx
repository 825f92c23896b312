import { Heading } from "#app/design-system/content/heading.tsx";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";

/** What is asked, by addressee; each ask leads to the tables behind it. */
export function PublishedAsks({ asks }: Pick<PublishedText, "asks">) {
  return (
    <section className="published-asks">
      <Heading level={2}>{asks.heading}</Heading>
      {asks.groups.map((group) => (
        <section key={group.addressee}>
          <Heading level={3}>{group.addressee}</Heading>
          <ul>
            {group.asks.map(({ code, text, due, evidence, tables, figure }) => (
              <li key={code}>
                <p>{text}</p>
                <p className="note">
                  <bdi>{code}</bdi>
                  {due && <> · {due}</>}
                  {evidence && (
                    <>
                      {" · "}
                      <a href={`#${tables[0]}`}>{evidence}</a>
                    </>
                  )}
                  {figure && <> · {figure}</>}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
