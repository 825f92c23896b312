import { Facts } from "#app/design-system/content/facts.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import type { ReferralPageData } from "#app/features/referrals/referral-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { type ReferralSide, ReferralStateTag, TlpMark, usePartsLine } from "./referral-words.tsx";

interface ReferralFactsProps {
  readonly referral: ReferralPageData;
  readonly side: ReferralSide;
}

/** Everything that stays of a referral, also when what was sent has been deleted. */
export function ReferralFacts({ referral, side }: ReferralFactsProps) {
  const t = useText();
  const { date } = useFormats();
  const partsLine = usePartsLine();
  const { kind, name, purpose, tlp, madeOn, expiresOn, agreedOn, takenOn, inNoteOn, hash } = referral;
  const days = [
    [t("referrals.column.made"), madeOn],
    [t("referrals.column.agreed"), agreedOn],
  ] as const;
  const daysOf = (term: string, all: readonly string[]) =>
    all.length > 0 ? [{ term, value: [...new Set(all)].map((day) => date(day)).join(" · ") }] : [];
  return (
    <>
      <Facts
        facts={[
          { label: t("referrals.column.state"), value: <ReferralStateTag referral={referral} side={side} /> },
          { label: t("referrals.column.tlp"), value: <TlpMark tlp={tlp} /> },
          { label: t("referrals.column.expires"), value: date(expiresOn) },
        ]}
      />
      <SummaryList
        rows={[
          {
            term: t("referrals.column.receiver"),
            value: (
              <>
                <bdi>{name}</bdi> ({t(`referrals.kind.${kind}`)})
              </>
            ),
          },
          {
            term: t("referrals.purpose.label"),
            value: (
              <div className="typed" dir="auto">
                {purpose}
              </div>
            ),
          },
          { term: t("referrals.column.what"), value: partsLine(referral) },
          ...days.flatMap(([term, day]) => (day ? [{ term, value: date(day) }] : [])),
          ...daysOf(t("referrals.column.taken"), takenOn),
          ...daysOf(t("referrals.column.noted"), inNoteOn),
          { term: t("referrals.column.hash"), value: <code className="hash">{hash}</code> },
        ]}
      />
    </>
  );
}
