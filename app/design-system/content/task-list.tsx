import type { ReactNode } from "react";
import { useText } from "#app/i18n/text-context.tsx";
import { Tag, type TagTone } from "./tag.tsx";

export type TaskState = "done" | "in-progress" | "not-started" | "locked";

export interface Task {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly state: TaskState;
  /** Other words for the state than the built-in ones. */
  readonly stateLabel?: string;
  /** Left out where it cannot be begun yet. */
  readonly href?: string;
}

const TONES: Record<TaskState, TagTone> = {
  done: "plain",
  "in-progress": "glacier",
  "not-started": "glacier",
  locked: "quiet",
};

/** The parts of a longer way, in any order, each with its state. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const t = useText();
  return (
    <ol className="task-list">
      {tasks.map(({ title, hint, state, stateLabel, href }) => (
        <li key={title}>
          <div>
            {href && state !== "locked" ? <a href={href}>{title}</a> : <span className="quiet">{title}</span>}
            {hint && <div className="hint">{hint}</div>}
          </div>
          <Tag tone={TONES[state]}>{stateLabel ?? t(`common.task.${state}`)}</Tag>
        </li>
      ))}
    </ol>
  );
}
