import type { ReactNode } from "react";

export interface MonthDay {
  readonly key: string;
  /** The number that stands in the sheet. */
  readonly number: ReactNode;
  /** The whole day in words, for readers who see or hear no columns. */
  readonly label: string;
  readonly isOutside: boolean;
  readonly isToday: boolean;
  readonly items: readonly { readonly key: string; readonly item: ReactNode }[];
}

interface MonthTableProps {
  readonly caption: ReactNode;
  /** Seven names, in the order of the columns, short and long. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  readonly weeks: readonly (readonly MonthDay[])[];
}

/** A month as a sheet; on a small screen a list of the days that hold something. A table drawn as blocks says what it is. */
export function MonthTable({ caption, weekdays, weeks }: MonthTableProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: drawn as blocks on a small screen it would no longer be read as a table
    <table className="month-table" role="table">
      <caption>{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tr role="row">
          {weekdays.map(({ short, long }) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above
            <th key={long} role="columnheader" scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <tbody role="rowgroup">
        {weeks.map((week) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <tr key={week[0]?.key} role="row">
            {week.map((day) => (
              <DayCell key={day.key} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day: { number, label, isOutside, isToday, items } }: { readonly day: MonthDay }) {
  const classes = ["month-table__day"];
  if (isOutside) classes.push("month-table__day--outside");
  if (isToday) classes.push("month-table__day--today");
  if (items.length === 0) classes.push("month-table__day--empty");
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <td role="cell" className={classes.join(" ")} aria-current={isToday ? "date" : undefined}>
      <span className="month-table__number" aria-hidden="true">
        {number}
      </span>
      <span className="month-table__label">{label}</span>
      {items.length > 0 && (
        <ul>
          {items.map(({ key, item }) => (
            <li key={key}>{item}</li>
          ))}
        </ul>
      )}
    </td>
  );
}
