import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { type ComputeStep, type ReleaseStep, WORK_STEPS } from "#app/features/briefings/briefing-work.ts";
import type { ShownWork } from "#app/features/briefings/work/briefing-work-queries.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** What is being done, since when, and how far it is. The parts that change are drawn anew by the page's script. */
export function WorkUnderWay({ work }: { readonly work: ShownWork }) {
  const t = useText();
  const { dateTime } = useFormats();
  const { kind, step, begunAt, seconds, isOwn } = work;
  const steps: readonly (ComputeStep | ReleaseStep)[] = WORK_STEPS[kind];
  const at = steps.indexOf(step as ComputeStep | ReleaseStep);
  return (
    <>
      <Heading>{t(`drafting.work.heading-${kind}`)}</Heading>
      <Lead>{t(isOwn ? "drafting.work.lead" : "drafting.work.lead-other")}</Lead>
      <p data-follow="since">{t("drafting.work.since", { at: dateTime(new Date(begunAt)), seconds })}</p>
      <p role="status" data-follow="now">
        {at < 0
          ? t("drafting.work.waiting")
          : t("drafting.work.now", { place: at + 1, steps: steps.length, step: t(`drafting.work.step-${steps[at]!}`) })}
      </p>
      <ol className="task-list" data-follow="steps">
        {steps.map((one, place) => (
          <li key={one}>
            <span>{t(`drafting.work.step-${one}`)}</span>
            <StepTag state={place < at ? "done" : place === at ? "in-progress" : "not-started"} />
          </li>
        ))}
      </ol>
    </>
  );
}

function StepTag({ state }: { readonly state: "done" | "in-progress" | "not-started" }) {
  const t = useText();
  return (
    <Tag tone={state === "not-started" ? "quiet" : state === "done" ? "plain" : "glacier"}>
      {t(`drafting.work.${state}`)}
    </Tag>
  );
}
