import { KnownDate } from "#app/design-system/content/known-date.tsx";
import type { ToldChange, ToldValue } from "#app/features/cases/history/told-changes.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** What a step changed, a line each, with what stood there before. */
export function StepChanges({ changes }: { readonly changes: readonly ToldChange[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className="quiet">
      {changes.map((change) => (
        <li key={change.field}>
          <ChangeLine change={change} />
        </li>
      ))}
    </ul>
  );
}

function ChangeLine({ change: { field, from, to } }: { readonly change: ToldChange }) {
  const t = useText();
  const name = t.dynamic(`history.field.${field}`);
  const before = from && <Value value={from} />;
  const after = to && <Value value={to} />;
  if (before && after) return <>{t.rich("history.changed", { name, before, after })}</>;
  if (after) return <>{t.rich("history.set", { name, after })}</>;
  return <>{t.rich("history.taken-away", { name, before })}</>;
}

function Value({ value }: { readonly value: ToldValue }) {
  const t = useText();
  const { dateTime } = useFormats();
  if ("words" in value) return <b>{value.words}</b>;
  if ("message" in value) return <b>{t.dynamic(value.message)}</b>;
  if ("instant" in value) return <b>{dateTime(new Date(value.instant))}</b>;
  if ("text" in value) return <bdi>{value.text}</bdi>;
  return (
    <b>
      <KnownDate value={value.date} />
    </b>
  );
}
