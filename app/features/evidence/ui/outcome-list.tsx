import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import type { FileRow } from "#app/features/evidence/file-page.ts";
import { type FileOutcome, isTaken } from "#app/features/evidence/taken-files.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { CopyReport } from "./file-words.tsx";

interface OutcomeListProps {
  readonly outcomes: readonly FileOutcome[];
  readonly files: readonly FileRow[];
}

/** What became of each file of a form, by name: what the clean copy leaves out, or why it was not taken. */
export function OutcomeList({ outcomes, files }: OutcomeListProps) {
  const t = useText();
  return (
    <>
      <Heading level={2}>{t("evidence.outcome.heading")}</Heading>
      {outcomes.map((outcome, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
        <div key={at} data-outcome>
          <Notice kind={isTaken(outcome) ? "success" : "warning"} title={<bdi>{outcome.name}</bdi>}>
            <OneOutcome outcome={outcome} file={files.find(({ fileId }) => fileId === outcome.fileId)} />
          </Notice>
        </div>
      ))}
    </>
  );
}

interface OneOutcomeProps {
  readonly outcome: FileOutcome;
  readonly file?: FileRow | undefined;
}

/** What became of one file, below its name. */
export function OneOutcome({ outcome, file }: OneOutcomeProps) {
  const t = useText();
  if (outcome.refused !== null)
    return (
      <p>
        <b>{t("evidence.outcome.not-taken")}</b> {t.dynamic(`refusal.${outcome.refused}`)}
      </p>
    );
  return (
    <>
      <p>
        <b>{t("evidence.outcome.taken")}</b>
      </p>
      {file && <CopyReport copy={file.copy} />}
    </>
  );
}
