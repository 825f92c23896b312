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
  /** Read, not drawn: the page says the month in its heading. */
  readonly caption: ReactNode;
  /** Seven names, in the order of the columns, short and long. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  readonly weeks: readonly (readonly MonthDay[])[];
}

/** A month as a sheet; on a small screen a list of the days that hold something. A table drawn as blocks says what it is. */
export function MonthTable({ caption, weekdays, weeks }: MonthTableProps) {
  const isEmpty = weeks.every(isWeekEmpty);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: drawn as blocks on a small screen it would no longer be read as a table
    <table className={isEmpty ? "month-table month-table--empty" : "month-table"} role="table">
      <caption className="visually-hidden">{caption}</caption>
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
          <tr key={week[0]?.key} role="row" className={isWeekEmpty(week) ? "month-table__week--empty" : undefined}>
            {week.map((day) => (
              <DayCell key={day.key} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Left out of the list on small screens: a row without a cell would be none. */
const isWeekEmpty = (week: readonly MonthDay[]) => week.every(({ items }) => items.length === 0);

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
