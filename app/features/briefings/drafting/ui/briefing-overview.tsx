import { Notice } from "#app/design-system/content/notice.tsx";
import { type Task, TaskList } from "#app/design-system/content/task-list.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import type { Obstacle } from "#app/features/briefings/drafting/briefing-readiness.ts";
import type { NextStep, Step, StepName } from "#app/features/briefings/drafting/briefing-steps.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { addressOf, placesWords } from "./place-words.ts";

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
  tables: ({ briefingId, role, hasTables }) =>
    role === "analyst" || hasTables ? paths.briefingTables(briefingId) : undefined,
  submit: forEditor(paths.briefingSubmit),
  approve: ({ briefingId }) => paths.briefingReview(briefingId),
  release: ({ briefingId }) => paths.briefingReview(briefingId),
};

export function BriefingSteps({ steps, ...place }: StepsProps) {
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

interface TurnProps {
  readonly briefingId: string;
  readonly next: readonly NextStep[];
  readonly role: string;
}

/** What the reader can do now, or for whom everybody waits. */
export function Turn({ next, role }: TurnProps) {
  const t = useText();
  const own = next.find((step) => step.role === role);
  if (next.length === 0) return null;
  return (
    <Notice
      kind={own ? "warning" : "information"}
      title={own ? t("drafting.yours", { step: t(`drafting.next.${own.name}`) }) : null}
    >
      {next
        .filter((step) => step !== own)
        .map((step) => (
          <p key={step.name}>{t(`drafting.waiting.${step.role}`, { step: t(`drafting.next.${step.name}`) })}</p>
        ))}
    </Notice>
  );
}

interface ObstaclesProps {
  readonly briefingId: string;
  readonly obstacles: readonly Obstacle[];
  readonly role: string;
}

/** What is still missing, each with the way to mend it for whoever may. Missing texts of one language are one line. */
export function Obstacles({ briefingId, obstacles, role }: ObstaclesProps) {
  const t = useText();
  const { list } = useFormats();
  return (
    <ul>
      {gathered(obstacles).map(({ obstacle, places }) => {
        const { code } = obstacle;
        const words = t(`briefings.obstacle.${code}`, { place: placesWords(places, t, list) });
        const mayMend = role === (code.startsWith("tables") ? "analyst" : "editor");
        return (
          <li key={`${code} ${obstacle.place}`}>
            {mayMend ? <a href={addressOf(obstacle, briefingId)}>{words}</a> : words}
          </li>
        );
      })}
    </ul>
  );
}

interface Gathered {
  /** the first of them leads to the page that mends all */
  readonly obstacle: Obstacle;
  readonly places: readonly string[];
}

function gathered(obstacles: readonly Obstacle[]): Gathered[] {
  const groups = new Map<string, Gathered>();
  for (const obstacle of obstacles) {
    const { code, place } = obstacle;
    const key = code === "text-missing" ? `${code} ${place.split(".")[0]}` : `${code} ${place}`;
    const group = groups.get(key) ?? { obstacle, places: [] };
    groups.set(key, { ...group, places: [...group.places, place] });
  }
  return [...groups.values()];
}

interface MovesProps {
  readonly briefingId: string;
  readonly state: string;
  readonly role: string;
  readonly slug: string | null;
}

/** Steps beside the usual way: back, and out of use. */
export function Moves({ briefingId, state, role, slug }: MovesProps) {
  const t = useText();
  const inReview = state === "in_review";
  return (
    <ButtonRow>
      {inReview && <ButtonLink href={paths.briefingReview(briefingId)}>{t("drafting.overview.review")}</ButtonLink>}
      {inReview && role === "editor" && (
        <ButtonLink href={paths.briefingTakeBack(briefingId)} look="secondary">
          {t("drafting.take-back.link")}
        </ButtonLink>
      )}
      {inReview && role === "guardian" && (
        <ButtonLink href={paths.briefingSendBack(briefingId)} look="secondary">
          {t("drafting.send-back.link")}
        </ButtonLink>
      )}
      {slug && <ButtonLink href={paths.briefing(slug)}>{t("drafting.overview.public")}</ButtonLink>}
      {state === "released" && role !== "analyst" && (
        <ButtonLink href={paths.briefingWithdraw(briefingId)} look="secondary">
          {t("drafting.withdraw.link")}
        </ButtonLink>
      )}
    </ButtonRow>
  );
}
