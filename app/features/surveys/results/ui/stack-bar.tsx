/** With more parts their patterns could not be told apart. */
export const MOST_PARTS = 6;

/** The fill of a part: from empty to full, told apart on white paper too. */
const fillOf = (part: number, parts: number): string => {
  if (part === parts - 1) return "var(--glacier)";
  return part === 0 ? "var(--sheet)" : `url(#part-${part})`;
};

const PATTERN = { width: 6, height: 6, patternUnits: "userSpaceOnUse" } as const;

/** Drawn once on a page, before the first bar. */
export function PartPatterns() {
  return (
    <svg className="part-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="part-1" {...PATTERN}>
          <circle cx="3" cy="3" r="1" fill="var(--glacier)" />
        </pattern>
        <pattern id="part-2" {...PATTERN} patternTransform="rotate(45)">
          <path d="M0 0v6" stroke="var(--glacier)" strokeWidth="2" />
        </pattern>
        <pattern id="part-3" {...PATTERN}>
          <path d="M0 0v6M0 0h6" stroke="var(--glacier)" strokeWidth="2.4" />
        </pattern>
        <pattern id="part-4" {...PATTERN} patternTransform="rotate(-45)">
          <path d="M0 0v6" stroke="var(--glacier)" strokeWidth="8" />
        </pattern>
      </defs>
    </svg>
  );
}

/** Which pattern stands for which answer. */
export function PartKey({ labels }: { readonly labels: readonly string[] }) {
  return (
    <ul className="part-key">
      {labels.map((label, part) => (
        <li key={label}>
          <svg width="22" height="14" aria-hidden="true" focusable="false">
            <rect className="stack-bar__part" width="22" height="14" fill={fillOf(part, labels.length)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** @param shares  of one whole, in the order of the key; null where there are too few to speak of shares */
export function StackBar({ shares }: { readonly shares: readonly (number | null)[] }) {
  if (shares.some((share) => share === null)) return null;
  let before = 0;
  const parts = shares.map((share) => {
    const part = { from: before, width: share ?? 0 };
    before += part.width;
    return part;
  });
  return (
    <svg className="share-bar stack-bar" width="100%" height="18" aria-hidden="true" focusable="false">
      {parts.map(({ from, width }, part) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: parts never change their order
          key={part}
          className="stack-bar__part"
          x={`${(100 * from).toFixed(2)}%`}
          width={`${(100 * width).toFixed(2)}%`}
          y="2"
          height="14"
          fill={fillOf(part, shares.length)}
        />
      ))}
    </svg>
  );
}
