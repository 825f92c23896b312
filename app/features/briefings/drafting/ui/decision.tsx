import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import type { PageForm } from "#app/design-system/forms/use-page-form.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { BackOut } from "./back-out.tsx";

interface DecisionProps {
  readonly form: PageForm;
  readonly briefingId: string;
  readonly hash: string;
  readonly role: string;
  readonly isInReview: boolean;
  readonly isApproved: boolean;
  /** the reader wrote or computed something of it */
  readonly isMine: boolean;
  readonly areTablesFresh: boolean;
}

/** The last step: an editor answers for these words and figures, then a guardian who had no hand in them releases them. */
export function Decision({ form, briefingId, hash, role, ...standing }: DecisionProps) {
  const t = useText();
  const reason = whyNot({ role, ...standing });
  const verb = role === "editor" ? "approve" : "release";
  return (
    <>
      <Heading level={2}>{t("drafting.review.decision")}</Heading>
      {reason ? (
        <Notice kind={reason === "approved" ? "success" : "information"}>
          <p>{t(`drafting.review.not.${reason}`)}</p>
        </Notice>
      ) : (
        <Form {...form} summary={false}>
          <p>{t(`drafting.review.meaning.${verb}`)}</p>
          <input type="hidden" name="hash" value={hash} />
          <Checkbox name="read" label={t("drafting.review.read-all")} />
          <ButtonRow>
            <Button>{t(`drafting.review.button.${verb}`)}</Button>
          </ButtonRow>
        </Form>
      )}
      {standing.isInReview && (
        <ButtonRow>
          <BackOut briefingId={briefingId} role={role} />
        </ButtonRow>
      )}
    </>
  );
}

type Reason = "not-in-review" | "analyst" | "approved" | "unapproved" | "own" | "old-tables";

/** What keeps this person from deciding now; the server asks again. */
function whyNot({
  role,
  isInReview,
  isApproved,
  isMine,
  areTablesFresh,
}: Omit<DecisionProps, "form" | "briefingId" | "hash">): Reason | null {
  if (!isInReview) return "not-in-review";
  if (role === "analyst") return "analyst";
  if (role === "editor") return isApproved ? "approved" : null;
  if (isMine) return "own";
  if (!areTablesFresh) return "old-tables";
  return isApproved ? null : "unapproved";
}
