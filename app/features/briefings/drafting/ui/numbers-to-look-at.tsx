import type { ShownNotice, ShownNumber } from "#app/features/briefings/drafting/reference-option.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { placeWords, writtenAt } from "./place-words.ts";
import { Written } from "./written.tsx";

interface NumbersToLookAtProps {
  readonly notices: readonly ShownNotice[];
  /** the briefing whose text its reader may still mend */
  readonly mendedAt?: string | null;
}

/** Numbers that no table holds: each is a figure that nobody protected, or a legal reference. A person looks. */
export function NumbersToLookAt({ notices, mendedAt = null }: NumbersToLookAtProps) {
  const t = useText();
  if (notices.length === 0) return <p>{t("drafting.review.no-numbers")}</p>;
  return (
    <>
      <p>{t("writing.numbers.why")}</p>
      <ul>
        {notices.map(({ place, numbers }) => (
          <li key={place}>
            <b>{mendedAt ? <a href={writtenAt(mendedAt, place)}>{placeWords(place, t)}</a> : placeWords(place, t)}</b>
            <ul>
              {[...new Map(numbers.map((number) => [number.written, number])).values()].map((number) => (
                <li key={number.written}>
                  <NumberWords {...number} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function NumberWords({ written, nearest }: ShownNumber) {
  const t = useText();
  if (!nearest) return t("writing.numbers.alone", { number: written });
  const { value, name, reference } = nearest;
  return (
    <>
      {t("writing.numbers.nearest", { number: written, value, name })} <Written text={reference} />
    </>
  );
}
