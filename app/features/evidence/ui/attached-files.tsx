import { useActionData } from "@remix-run/react";
import { Notice } from "#app/design-system/content/notice.tsx";
import type { FileSide } from "#app/features/evidence/file-page.ts";
import type { FileOutcome } from "#app/features/evidence/taken-files.ts";
import { useText } from "#app/i18n/text-context.tsx";
import attachScriptUrl from "./attach-script.js?url";
import { FileChooser } from "./file-chooser.tsx";
import { OneOutcome } from "./outcome-list.tsx";

/** Where the form came back, also by a button that only asks for its page: browsers keep no chosen files. */
interface CameBack {
  /** of the files that came with the form, those that were refused; the others are the case's */
  readonly notTaken?: readonly FileOutcome[];
  /** names of those that had to be left behind while somebody signed in again */
  readonly left?: readonly string[];
}

/** Files that travel with a form of another room, the last field of that form. Where scripts are on, their way is shown. */
export function AttachedFiles({ side }: { readonly side: FileSide }) {
  const t = useText();
  const cameBack = useActionData() as CameBack | undefined;
  const missing = [...(cameBack?.notTaken ?? []), ...(cameBack?.left ?? []).map(leftBehind)];
  // The script puts the number into its place.
  const words = {
    "under-way": t("evidence.sending.under-way", { percent: "{percent}" }),
    reading: t("evidence.sending.reading"),
    failed: t("evidence.attach.failed"),
    label: t("evidence.attach.label"),
  };
  return (
    <div data-attach={JSON.stringify(words)}>
      {missing.map((outcome, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
        <Notice key={at} kind="warning" title={<bdi>{outcome.name}</bdi>}>
          <OneOutcome outcome={outcome} />
        </Notice>
      ))}
      <FileChooser name="attachments" label={t("evidence.attach.label")} optional />
      <p className="note">{t(cameBack ? "evidence.attach.again" : `evidence.add.warning.${side}`)}</p>
      <script src={attachScriptUrl} defer />
    </div>
  );
}

const leftBehind = (name: string): FileOutcome => ({ name, fileId: null, refused: "file.left" });
