import { Heading } from "#app/design-system/content/heading.tsx";
import { Timeline } from "#app/design-system/content/timeline.tsx";
import type { TrailAction, TrailStep } from "#app/features/evidence/evidence-trail.ts";
import type { FileSide } from "#app/features/evidence/file-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

interface FileTrailProps {
  readonly steps: readonly TrailStep[];
  readonly side: FileSide;
  /** names by file, where the steps of several stand together */
  readonly names?: Readonly<Record<string, string>>;
}

type Done = TrailAction extends `case.${infer Name}` ? Name : never;

/** The chain of custody: what was done with the files, by which role, on which day. */
export function FileTrail({ steps, side, names }: FileTrailProps) {
  const t = useText();
  const { date } = useFormats();
  if (steps.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t("evidence.trail.heading")}</Heading>
      <Timeline
        entries={steps.map(({ fileId, action, by, on }, at) => ({
          key: `${steps.length - at}`,
          when: t("reports.step.when", { when: date(on), by: t.dynamic(`evidence.by.${side}.${by}`) }),
          title: t(`evidence.trail.${action.slice("case.".length) as Done}`),
          body: names && <bdi>{names[fileId]}</bdi>,
          own: (by === "reporter") === (side === "reporter"),
        }))}
      />
      <p className="note">{t("evidence.trail.note")}</p>
    </>
  );
}
