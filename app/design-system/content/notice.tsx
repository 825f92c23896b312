import type { ReactNode } from "react";
import { useText } from "#app/i18n/text-context.tsx";

/** `sealed` says who can read or that something is saved; `danger` only where harm threatens. */
export type NoticeKind = "information" | "sealed" | "success" | "warning" | "danger";

interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

export function Notice({ kind = "information", title, children }: NoticeProps) {
  const t = useText();
  return (
    <section
      className={`notice notice--${kind}`}
      aria-label={typeof title === "string" ? title : t(`common.notice.${kind}`)}
    >
      {kind === "sealed" && <Lock />}
      <div>
        {title && <p className="notice__title">{title}</p>}
        {children}
      </div>
    </section>
  );
}

function Lock() {
  return (
    <svg className="notice__lock" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <rect x="3.5" y="8.5" width="13" height="9.5" rx="2" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M6.5 8.5v-2.5a3.5 3.5 0 0 1 7 0v2.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}
