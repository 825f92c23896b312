import { useEffect, useRef } from "react";
import { Notice } from "#app/design-system/content/notice.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { fieldsOf, type Refusal } from "#app/kernel/refusal.ts";
import { fieldId } from "./form-context.tsx";

interface ErrorSummaryProps {
  readonly refusal: Refusal;
  /** What each field asks, where its problem alone does not say which one is meant. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** What came of a form, first on the page: what needs attention, or that it is still there in another language. */
export function ErrorSummary({ refusal, labels }: ErrorSummaryProps) {
  return refusal.kind === "kept" ? <KeptNotice code={refusal.code} /> : <Problems refusal={refusal} labels={labels} />;
}

function KeptNotice({ code }: { readonly code: string }) {
  const t = useText();
  return <Notice>{t.dynamic(`refusal.${code}`)}</Notice>;
}

/** With a way to each field. Takes the focus: `autofocus` does so without scripts. */
function Problems({ refusal, labels }: ErrorSummaryProps) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal takes the focus again
  useEffect(() => {
    box.current?.focus();
    const prefix = t("common.form.error-prefix");
    if (!document.title.startsWith(prefix)) document.title = `${prefix} ${document.title}`;
  }, [refusal]);
  const fields = Object.entries(fieldsOf(refusal));
  const isCounted = refusal.kind === "invalid" && fields.length > 0;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page comes back with mistakes; whoever listens must hear them first
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        {isCounted ? t("common.form.problem", { count: fields.length }) : t.dynamic(`refusal.${refusal.code}`)}
      </h2>
      <RetryWords refusal={refusal} />
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, key]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>
                {labels?.[name] && `${t("common.list.labelled", { label: labels[name] })} `}
                {t.dynamic(key)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** When it is worth trying again. What passes within a minute, the refusal's own words say. */
function RetryWords({ refusal }: ErrorSummaryProps) {
  const t = useText();
  const seconds = refusal.kind === "rate-limited" ? refusal.retryAfterSeconds : 0;
  if (seconds <= MINUTE) return null;
  if (seconds < 2 * HOUR) return <p>{t("common.form.retry.minutes", { minutes: Math.ceil(seconds / MINUTE) })}</p>;
  return <p>{t("common.form.retry.hours", { hours: Math.ceil(seconds / HOUR) })}</p>;
}
