import { DataTable } from "#app/design-system/content/data-table.tsx";
import type { ListedReferral } from "#app/features/referrals/referral-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { type ReferralSide, ReferralStateTag, TlpMark, usePartsLine } from "./referral-words.tsx";

interface ReferralsTableProps {
  readonly caseId: string;
  readonly referrals: readonly ListedReferral[];
  readonly side: ReferralSide;
}

const PLACE = { team: paths.caseReferral, reporter: paths.reportReferral } as const;

/** To whom, what, until when and how it stands; both sides read the same. */
export function ReferralsTable({ caseId, referrals, side }: ReferralsTableProps) {
  const t = useText();
  const { date } = useFormats();
  const partsLine = usePartsLine();
  return (
    <DataTable
      caption={t("referrals.heading")}
      captionHidden
      rows={referrals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "receiver",
          header: t("referrals.column.receiver"),
          isRowHeader: true,
          cell: ({ id, name, kind }) => (
            <>
              <a href={PLACE[side](caseId, id)}>
                <bdi>{name}</bdi>
              </a>
              <br />
              <span className="quiet">{t(`referrals.kind.${kind}`)}</span>
            </>
          ),
        },
        { key: "what", header: t("referrals.column.what"), cell: partsLine },
        { key: "tlp", header: t("referrals.column.tlp"), cell: ({ tlp }) => <TlpMark tlp={tlp} /> },
        { key: "expires", header: t("referrals.column.expires"), cell: ({ expiresOn }) => date(expiresOn, "short") },
        {
          key: "state",
          header: t("referrals.column.state"),
          cell: (referral) => (
            <>
              <ReferralStateTag referral={referral} side={side} />
              {referral.takenOn.length > 0 && (
                <>
                  <br />
                  <span className="quiet">{date(referral.takenOn.at(-1)!, "short")}</span>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
