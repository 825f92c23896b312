import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Button } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface ListedSession {
  readonly id: string;
  readonly isThis: boolean;
  readonly hoursAgo: number;
}

interface SessionTableProps {
  readonly sessions: readonly ListedSession[];
  readonly formToken: string;
}

/** Where the account is signed in: no address, no browser, only whole hours, for nothing finer is stored. */
export function SessionTable({ sessions, formToken }: SessionTableProps) {
  const t = useText();
  const columns: Column<ListedSession>[] = [
    {
      key: "begun",
      header: t("account.sessions.begun"),
      isRowHeader: true,
      cell: ({ hoursAgo }) => t("account.sessions.hours-ago", { hours: hoursAgo }),
    },
    {
      key: "end",
      header: t("account.sessions.end"),
      cell: ({ id, isThis }) =>
        isThis ? (
          t("account.sessions.this")
        ) : (
          <Form formToken={formToken} action={paths.accountSessionsEnd()}>
            <Button look="secondary" name="session" value={id}>
              {t("account.sessions.end-button")}
            </Button>
          </Form>
        ),
    },
  ];
  return (
    <>
      <Heading level={2}>{t("account.sessions.heading")}</Heading>
      <p>{t("account.sessions.lead")}</p>
      <DataTable
        caption={t("account.sessions.heading")}
        captionHidden
        columns={columns}
        rows={sessions}
        rowKey={({ id }) => id}
      />
    </>
  );
}
