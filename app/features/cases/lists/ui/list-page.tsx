import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { WholeList } from "#app/features/cases/lists/lists-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface ListPageProps {
  readonly list: WholeList;
}

/** One list with all that stands in it: whoever agrees has read it. */
export function ListPage({ list }: ListPageProps) {
  const t = useText();
  const { id, kind, count, by, content } = list;
  return (
    <Page width="page" back={{ href: paths.queueLists(), label: t("lists.heading") }}>
      <Heading beside={t("chosen.count", { count })}>{t(`lists.kind.${kind}`)}</Heading>
      <p>{t.rich("lists.asked-by", { by })}</p>
      {kind === "cases" && <SealedFor list={list} />}
      {content === null ? (
        <Notice kind="warning" title={t("lists.overtaken.state")}>
          <p>{t("lists.overtaken.why")}</p>
        </Notice>
      ) : (
        <WhatLeaves list={list} content={content} />
      )}
      <p>
        <a href={paths.queueListDelete(id)}>{t("lists.delete.link")}</a>
      </p>
    </Page>
  );
}

function WhatLeaves({ list, content }: ListPageProps & { readonly content: string }) {
  const t = useText();
  const isRows = list.kind === "rows";
  return (
    <>
      <pre {...(isRows && { dir: "ltr" })} className={isRows ? "list-text" : "list-text list-text--record"}>
        {content}
      </pre>
      <Notice kind="warning" title="TLP:RED">
        <p>{t(isRows ? "lists.red" : "lists.cases.red")}</p>
      </Notice>
      <NextStep list={list} />
    </>
  );
}

function NextStep({ list: { id, isMine, isAgreed } }: ListPageProps) {
  const t = useText();
  const form = usePageForm();
  if (isMine && isAgreed)
    return (
      <ButtonRow>
        <ButtonLink href={paths.queueListFile(id)}>{t("lists.download")}</ButtonLink>
      </ButtonRow>
    );
  if (isMine || isAgreed) return <p>{t(isMine ? "lists.wait" : "lists.agreed")}</p>;
  return (
    <Form {...form}>
      <p>{t("lists.agree.lead")}</p>
      <ButtonRow>
        <Button>{t("lists.agree.button")}</Button>
      </ButtonRow>
    </Form>
  );
}

/** Whose key opens the file: both persons compare it with what its owner says. */
function SealedFor({ list: { recipient, withNotes } }: ListPageProps) {
  const t = useText();
  if (!recipient) return null;
  return (
    <>
      <Heading level={2}>{t("lists.recipient.heading")}</Heading>
      <p className="fingerprint">
        <bdi dir="ltr">{recipient.fingerprint}</bdi>
      </p>
      <p className="note">{t("lists.recipient.compare")}</p>
      <details>
        <summary>{t("lists.recipient.whole")}</summary>
        <code className="hash" dir="ltr">
          {recipient.key}
        </code>
      </details>
      <Heading level={2}>{t("lists.cases.heading")}</Heading>
      {withNotes ? (
        <Notice kind="warning" title={t("lists.record.with-notes")}>
          <p>{t("lists.notes.warning")}</p>
        </Notice>
      ) : (
        <p>{t("lists.record.without-notes")}</p>
      )}
    </>
  );
}

/** What somebody must know before the file leaves: where it lies then, and that it is noted. */
export function TakeListPage({ list: { id, kind, recipient } }: ListPageProps) {
  const t = useText();
  return (
    <DecisionPage
      back={paths.queueList(id)}
      title={t("lists.take.heading")}
      lead={t(`lists.take.lead-${kind}`)}
      button={t("lists.download")}
    >
      {recipient && (
        <p className="fingerprint">
          <bdi dir="ltr">{recipient.fingerprint}</bdi>
        </p>
      )}
      <ul>
        <li>{t("lists.take.recorded")}</li>
        {kind === "cases" && <li>{t("lists.cases.told")}</li>}
        {kind === "cases" && <li>{t.rich("lists.take.open")}</li>}
      </ul>
    </DecisionPage>
  );
}
