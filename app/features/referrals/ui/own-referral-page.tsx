import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ReferralPageData } from "#app/features/referrals/referral-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { KeyFingerprint } from "./key-fingerprint.tsx";
import { ReferralContentView } from "./referral-content-view.tsx";
import { ReferralFacts } from "./referral-facts.tsx";

interface OwnReferralPageProps {
  readonly caseId: string;
  readonly reference: string;
  readonly referral: ReferralPageData;
}

/** One referral as its reporter sees it: word for word what goes, and a yes, a no, or no more. */
export function OwnReferralPage({ caseId, reference, referral }: OwnReferralPageProps) {
  const t = useText();
  const isQuestion = referral.state === "asked" && !referral.isExpired;
  return (
    <Page back={paths.reportReferrals(caseId)} width="page" caption={<bdi>{reference}</bdi>}>
      <Heading>{t(isQuestion ? "referrals.reporter.asked" : "referrals.one")}</Heading>
      {isQuestion && (
        <Notice kind="warning" title={t("referrals.notice.asked")}>
          <p>{t("referrals.reporter.asked-why")}</p>
          {referral.kind === "state_authority" && <p>{t("referrals.reporter.with-others")}</p>}
        </Notice>
      )}
      <ReferralFacts referral={referral} side="reporter" />
      {!referral.agreedOn && ["ready", "taken"].includes(referral.state) && <p>{t("referrals.reporter.by-consent")}</p>}
      <KeyFingerprint groups={referral.fingerprint} />
      <ReferralContentView content={referral.content} />
      <Word referral={referral} isQuestion={isQuestion} />
    </Page>
  );
}

/** After what it is about, so that nobody says yes to what they have not seen. */
function Word({ referral, isQuestion }: { readonly referral: ReferralPageData; readonly isQuestion: boolean }) {
  const t = useText();
  const form = usePageForm();
  const { state, version, hash, isExpired } = referral;
  const objection = state === "taken" ? "recall" : state === "ready" && !isExpired ? "stop" : null;
  if (!isQuestion && !objection) return null;
  return (
    <Form {...form} recordVersion={version}>
      <input type="hidden" name="hash" value={hash} />
      {isQuestion ? (
        <ButtonRow>
          <Button name="decision" value="refuse" look="secondary">
            {t("referrals.reporter.refuse")}
          </Button>
          <Button name="decision" value="agree">
            {t("referrals.reporter.agree")}
          </Button>
        </ButtonRow>
      ) : (
        objection && (
          <>
            <p>{t(`referrals.reporter.${objection}-why`)}</p>
            <ButtonRow>
              <Button name="decision" value="object" look="danger">
                {t(`referrals.reporter.${objection}`)}
              </Button>
            </ButtonRow>
          </>
        )
      )}
    </Form>
  );
}
