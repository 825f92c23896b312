import type { ReactNode } from "react";
import { useText } from "#app/i18n/text-context.tsx";

interface ProgressProps {
  readonly done: number;
  readonly total: number;
  /** What is being done: "Making the tables". */
  readonly label?: ReactNode;
}

export function Progress({ done, total, label }: ProgressProps) {
  const t = useText();
  return (
    <div className="progress">
      <p>
        {label ?? t("common.progress.label")} · {t("common.progress.value", { done, total })}
      </p>
      <progress value={done} max={total} aria-label={t("common.progress.label")} />
    </div>
  );
}
