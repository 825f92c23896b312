import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { BackOut } from "./back-out.tsx";

interface MovesProps {
  readonly briefingId: string;
  readonly state: string;
  readonly role: string;
  readonly slug: string | null;
}

/** Steps beside the usual way: back, and out of use. */
export function Moves({ briefingId, state, role, slug }: MovesProps) {
  const t = useText();
  const inReview = state === "in_review";
  return (
    <ButtonRow>
      {inReview && <ButtonLink href={paths.briefingReview(briefingId)}>{t("drafting.overview.review")}</ButtonLink>}
      {inReview && <BackOut briefingId={briefingId} role={role} />}
      {slug && <ButtonLink href={paths.briefing(slug)}>{t("drafting.overview.public")}</ButtonLink>}
      {state === "released" && role !== "analyst" && (
        <ButtonLink href={paths.briefingWithdraw(briefingId)} look="secondary">
          {t("drafting.withdraw.link")}
        </ButtonLink>
      )}
    </ButtonRow>
  );
}
