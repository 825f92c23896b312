import { Heading } from "#app/design-system/content/heading.tsx";
import { Timeline } from "#app/design-system/content/timeline.tsx";
import { useReporterText } from "#app/features/cases/reporting/ui/use-reporter-text.ts";
import type { TrailAction, TrailStep } from "#app/features/evidence/evidence-trail.ts";
import type { FileRow, FileSide } from "#app/features/evidence/file-page.ts";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

interface FileTrailProps {
  readonly steps: readonly TrailStep[];
  readonly side: FileSide;
  /** named beside each step, where the steps of several stand together */
  readonly files?: readonly Pick<FileRow, "fileId" | "name">[];
}

type Done = TrailAction extends `case.${infer Name}` ? Name : never;

/** The chain of custody: what was done with the files, by which role, on which day. */
export function FileTrail({ steps, side, files }: FileTrailProps) {
  const t = useText();
  const said = useReporterText();
  const { date } = useFormats();
  if (steps.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t("evidence.trail.heading")}</Heading>
      <Timeline
        entries={steps.map(({ fileId, action, by, on, to }, at) => ({
          key: `${steps.length - at}`,
          when: t("reports.step.when", { when: date(on), by: said(`evidence.by.${side}.${by}` as MessageKey) }),
          title: t(`evidence.trail.${action.slice("case.".length) as Done}`),
          body: (files || to) && (
            <>
              {files && <bdi>{files.find((file) => file.fileId === fileId)?.name}</bdi>}
              {to && <p>{t("evidence.trail.to", { receiver: to })}</p>}
            </>
          ),
          own: (by === "reporter") === (side === "reporter"),
        }))}
      />
      <p className="note">{t("evidence.trail.note")}</p>
    </>
  );
}
