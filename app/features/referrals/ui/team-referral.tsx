import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { endKind } from "#app/features/referrals/referral-end.ts";
import type { ReferralPageData, TeamReferralPage } from "#app/features/referrals/referral-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { KeyFingerprint } from "./key-fingerprint.tsx";
import { ReferralContentView } from "./referral-content-view.tsx";
import { ReferralFacts } from "./referral-facts.tsx";

/** One referral as the team sees it: how it stands, what can be done next, and exactly what is sent. */
export function TeamReferral({ data }: { readonly data: TeamReferralPage }) {
  const { referral } = data;
  return (
    <>
      <ReferralFacts referral={referral} side="team" />
      <KeyFingerprint groups={referral.fingerprint} compare />
      {data.mayWrite && <NextSteps data={data} />}
      <ReferralContentView content={referral.content} />
    </>
  );
}

function NextSteps({ data }: { readonly data: TeamReferralPage }) {
  const { referral, objections } = data;
  const isStopped = objections.length > 0 && !["recalled", "stopped", "refused"].includes(referral.state);
  return (
    <>
      {isStopped && <Stopped objections={objections} />}
      {referral.state === "prepared" && !referral.isExpired && !isStopped && <ReleaseForm data={data} />}
      <Links caseId={data.standing.row.caseId} referral={referral} isStopped={isStopped} />
    </>
  );
}

function Stopped({ objections }: Pick<TeamReferralPage, "objections">) {
  const t = useText();
  return (
    <Notice kind="warning" title={t("referrals.release.stopped")}>
      <ul>
        {objections.map((objection) => (
          <li key={objection}>{t(`referrals.objection.${objection}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function ReleaseForm({ data: { referral, isAsked } }: { readonly data: TeamReferralPage }) {
  const t = useText();
  const how = isAsked ? "ask" : "free";
  return (
    <Form {...usePageForm()} recordVersion={referral.version}>
      <p>{t(`referrals.release.${how}-why`)}</p>
      <ButtonRow>
        <Button>{t(`referrals.release.${how}`)}</Button>
      </ButtonRow>
    </Form>
  );
}

interface LinksProps {
  readonly caseId: string;
  readonly referral: ReferralPageData;
  readonly isStopped: boolean;
}

function Links({ caseId, referral, isStopped }: LinksProps) {
  const t = useText();
  const { id, state, isExpired, content } = referral;
  const end = endKind(referral);
  const canTake = ["ready", "taken"].includes(state) && !isExpired && !isStopped && content !== null;
  return (
    <ButtonRow>
      {canTake && <ButtonLink href={paths.caseReferralTake(caseId, id)}>{t("referrals.take.link")}</ButtonLink>}
      {state === "prepared" && (
        <ButtonLink href={paths.caseReferralChange(caseId, id)} look="secondary">
          {t("referrals.change.link")}
        </ButtonLink>
      )}
      {end && (
        <ButtonLink href={paths.caseReferralEnd(caseId, id)} look="secondary">
          {t(`referrals.end.${end}.link`)}
        </ButtonLink>
      )}
    </ButtonRow>
  );
}
