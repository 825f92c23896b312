import type { Estimate } from "#app/features/surveys/statistics/proportion.ts";

interface ShareBarProps {
  readonly share: Estimate | null;
  /** figures of others, in [0, 1], as ticks */
  readonly ticks?: readonly number[];
}

const percent = (ratio: number): string => `${(100 * ratio).toFixed(2)}%`;

/**
 * A share as a bar with its interval as a whisker. The figures stand beside it, so it says nothing by itself; on white
 * paper bar, whisker and ticks differ by their form.
 */
export function ShareBar({ share, ticks = [] }: ShareBarProps) {
  if (!share) return null;
  const [from, to] = [percent(share.lower), percent(share.upper)];
  return (
    <svg className="share-bar" width="100%" height="18" aria-hidden="true" focusable="false">
      <rect className="share-bar__ground" width="100%" height="12" y="3" />
      <rect className="share-bar__bar" width={percent(share.value)} height="12" y="3" />
      <line className="share-bar__halo" x1={from} x2={to} y1="9" y2="9" />
      <line className="share-bar__whisker" x1={from} x2={to} y1="9" y2="9" />
      <line className="share-bar__whisker" x1={from} x2={from} y1="5" y2="13" />
      <line className="share-bar__whisker" x1={to} x2={to} y1="5" y2="13" />
      {ticks.map((tick) => (
        <line key={tick} className="share-bar__tick" x1={percent(tick)} x2={percent(tick)} y1="0" y2="18" />
      ))}
    </svg>
  );
}

interface DifferenceBarProps {
  readonly difference: Estimate | null;
  /** the farthest from zero that any bar of the table reaches */
  readonly reach: number;
}

/** A difference, with zero in the middle. */
export function DifferenceBar({ difference, reach }: DifferenceBarProps) {
  if (!difference) return null;
  const at = (value: number) => percent((value / reach + 1) / 2);
  const [from, to] = [at(difference.lower), at(difference.upper)];
  const start = at(Math.min(0, difference.value));
  return (
    <svg className="share-bar" width="100%" height="18" aria-hidden="true" focusable="false">
      <rect className="share-bar__ground" width="100%" height="12" y="3" />
      <rect
        className="share-bar__bar"
        x={start}
        width={percent(Math.abs(difference.value) / reach / 2)}
        height="12"
        y="3"
      />
      <line className="share-bar__halo" x1={from} x2={to} y1="9" y2="9" />
      <line className="share-bar__whisker" x1={from} x2={to} y1="9" y2="9" />
      <line className="share-bar__whisker" x1={from} x2={from} y1="5" y2="13" />
      <line className="share-bar__whisker" x1={to} x2={to} y1="5" y2="13" />
      <line className="share-bar__middle" x1="50%" x2="50%" y1="0" y2="18" />
    </svg>
  );
}
