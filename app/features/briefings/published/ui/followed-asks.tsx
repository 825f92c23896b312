import { Heading } from "#app/design-system/content/heading.tsx";
import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { AskState } from "#app/features/briefings/follow-up.ts";
import type { PublishedFollowedAsk, PublishedFollowUp } from "#app/features/briefings/published/published-text.ts";

const TONES: Record<AskState, TagTone> = {
  done: "glacier",
  begun: "amber",
  not_begun: "red",
  no_longer: "quiet",
};

/** The part of a briefing that tells what became of the asks before. */
export function FollowUpSection({ followUp }: { readonly followUp: PublishedFollowUp }) {
  return (
    <section id="follow-up">
      <Heading level={2}>{followUp.heading}</Heading>
      <p>{followUp.lead}</p>
      <FollowedAsks followUp={followUp} />
    </section>
  );
}

/** Each ask with what became of it and where that can be read. */
export function FollowedAsks({ followUp }: { readonly followUp: Pick<PublishedFollowUp, "asks" | "sourceWord"> }) {
  return (
    <ul className="followed-asks">
      {followUp.asks.map((ask) => (
        <li key={ask.code} className="followed-asks__ask">
          <p className="followed-asks__line">
            <Tag tone={TONES[ask.state]}>{ask.stateWords}</Tag> {ask.ask}
          </p>
          {ask.text && <p className="followed-asks__line">{ask.text}</p>}
          <p className="followed-asks__line note">
            <bdi>{ask.code}</bdi> · {ask.addressee}
            {ask.source && (
              <>
                {" · "}
                {followUp.sourceWord} <Source source={ask.source} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** An address leads there; who follows it does not tell from which page. */
function Source({ source }: Pick<PublishedFollowedAsk, "source">) {
  if (!/^https:\/\/\S+$/.test(source)) return <bdi>{source}</bdi>;
  return (
    <a href={source} rel="noreferrer nofollow" dir="ltr">
      {source}
    </a>
  );
}
