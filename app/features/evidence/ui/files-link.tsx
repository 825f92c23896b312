import type { FileSide } from "#app/features/evidence/file-page.ts";
import { FILE_PLACES } from "#app/features/evidence/file-places.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface FilesLinkProps {
  readonly caseId: string;
  readonly count: number;
  readonly side: FileSide;
}

/** On the page of a case: how many files back it, and the way to them. */
export function FilesLink({ caseId, count, side }: FilesLinkProps) {
  const t = useText();
  return (
    <p>
      <a href={FILE_PLACES[side].files(caseId)}>{t(`evidence.link.${side}`, { count })}</a>
    </p>
  );
}
