import { Timeline } from "#app/design-system/content/timeline.tsx";
import { stepSentence } from "#app/features/cases/casework/step-sentence.ts";
import type { WorkStep } from "#app/features/cases/casework/work-case-page.ts";
import { StepChanges } from "#app/features/cases/history/ui/step-changes.tsx";
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
        title: stepSentence(step, t),
        body: isSaid(step) && <Said step={step} />,
        own: step.by === "reporter",
      }))}
    />
  );
}

const isSaid = ({ changes, text }: WorkStep) => changes.length > 0 || text !== null;

function Said({ step: { changes, text } }: { readonly step: WorkStep }) {
  return (
    <>
      <StepChanges changes={changes} />
      {text && <div dir="auto">{text}</div>}
    </>
  );
}
