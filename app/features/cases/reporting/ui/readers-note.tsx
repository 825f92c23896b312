import { Notice } from "#app/design-system/content/notice.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { useIsReceipt, useReporterText } from "./use-reporter-text.ts";

interface ReadersNoteProps {
  readonly readers: { readonly team: string; readonly walled: boolean };
  /** Something is saved already, and the note says so. */
  readonly saved: boolean;
}

/** Who can read a draft now, and who once it is sent: beside every place where people write. */
export function ReadersNote({ readers: { team, walled }, saved }: ReadersNoteProps) {
  const t = useText();
  const said = useReporterText();
  const isReceipt = useIsReceipt();
  return (
    <Notice kind="sealed">
      <p>
        {said(saved ? "report.page.saved" : "report.page.not-saved")}{" "}
        {t(walled ? "report.page.readers-walled" : "report.page.readers", { team })}
      </p>
      {isReceipt && (
        <p>
          <a href={paths.receiptKeep()}>{t("receipt.nav.keep")}</a>
        </p>
      )}
    </Notice>
  );
}
