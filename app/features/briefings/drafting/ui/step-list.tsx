import { type Task, TaskList } from "#app/design-system/content/task-list.tsx";
import type { Step, StepName } from "#app/features/briefings/drafting/briefing-steps.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface StepsProps {
  readonly briefingId: string;
  readonly steps: readonly Step[];
  readonly role: string;
  readonly isDraft: boolean;
  /** a preview needs tables */
  readonly hasTables: boolean;
}

type Place = Omit<StepsProps, "steps"> & { readonly step: Step };

const forEditor =
  (address: (id: string) => string) =>
  ({ briefingId, role, isDraft }: Place) =>
    role === "editor" && isDraft ? address(briefingId) : undefined;

/** Where a step is taken, for whom it is one. */
const ADDRESSES: Record<StepName, (place: Place) => string | undefined> = {
  specification: forEditor(paths.briefingSpecification),
  text: (place) => {
    const { briefingId, step, role, isDraft, hasTables } = place;
    const locale = step.locale ?? "en";
    if (role === "editor" && isDraft) return paths.briefingText(briefingId, locale);
    return hasTables && step.state !== "not-started" ? paths.briefingPreview(briefingId, locale) : undefined;
  },
  asks: forEditor(paths.briefingAsks),
  stories: forEditor(paths.briefingStories),
  names: ({ briefingId, role }) => (role === "analyst" ? undefined : paths.briefingNames(briefingId)),
  "follow-up": forEditor(paths.briefingFollowUp),
  tables: ({ briefingId, role, hasTables }) =>
    role === "analyst" || hasTables ? paths.briefingTables(briefingId) : undefined,
  submit: forEditor(paths.briefingSubmit),
  approve: ({ briefingId }) => paths.briefingReview(briefingId),
  release: ({ briefingId }) => paths.briefingReview(briefingId),
};

/** The way to a release, step by step. */
export function StepList({ steps, ...place }: StepsProps) {
  const t = useText();
  return <TaskList tasks={steps.map((step) => taskOf({ ...place, step }, t))} />;
}

function taskOf(place: Place, t: Text): Task {
  const { name, state, locale } = place.step;
  const href = ADDRESSES[name](place);
  return {
    title: t(`drafting.step.${name}`, { language: locale ? OWN_NAMES[locale] : "" }),
    hint: t(`drafting.step-hint.${name}`),
    state,
    ...(href && { href }),
  };
}
