import { Timeline } from "#app/design-system/content/timeline.tsx";
import type { WorkStep } from "#app/features/cases/casework/work-case-page.ts";
import type { Text } from "#app/i18n/text.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** What was done on a case, each step a sentence, latest first. */
export function WorkTimeline({ steps }: { readonly steps: readonly WorkStep[] }) {
  const t = useText();
  const { dateTime } = useFormats();
  return (
    <Timeline
      entries={steps.map((step, at) => ({
        key: `${step.at} ${at}`,
        when: dateTime(new Date(step.at)),
        title: sentence(step, t),
        body: isSaid(step) && <Said step={step} />,
        own: step.by === "reporter",
      }))}
    />
  );
}

const isSaid = ({ parts, text }: WorkStep) => parts.length > 0 || text !== null;

function sentence({ key, by, values }: WorkStep, t: Text): string {
  return t.dynamic(key, { ...values, by: t.dynamic(`casework.by.${by}`) });
}

function Said({ step: { parts, text } }: { readonly step: WorkStep }) {
  const t = useText();
  return (
    <>
      {parts.length > 0 && <p className="quiet">{parts.map((part) => t.dynamic(part)).join(" · ")}</p>}
      {text && <div dir="auto">{text}</div>}
    </>
  );
}
