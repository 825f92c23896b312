import { ButtonLink } from "#app/design-system/forms/button.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface BackOutProps {
  readonly briefingId: string;
  readonly role: string;
}

/** Out of review: an editor takes it back, a guardian sends it back. Analysts have no part in it. */
export function BackOut({ briefingId, role }: BackOutProps) {
  const t = useText();
  if (role === "analyst") return null;
  const isEditor = role === "editor";
  const href = isEditor ? paths.briefingTakeBack(briefingId) : paths.briefingSendBack(briefingId);
  return (
    <ButtonLink href={href} look="secondary">
      {t(isEditor ? "drafting.take-back.link" : "drafting.send-back.link")}
    </ButtonLink>
  );
}
