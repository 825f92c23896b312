import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { StatusTag } from "#app/features/cases/casework/ui/case-table.tsx";
import { type Excerpt, WORDS_MAX } from "#app/features/cases/search/search.ts";
import { SEARCH_SCOPES, type Search } from "#app/features/cases/search/search-forms.ts";
import type { FoundRow, SearchResults } from "#app/features/cases/search/search-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface SearchPageProps {
  readonly search: Search | null;
  readonly results: SearchResults | null;
  /** the list the reader came from */
  readonly back: { readonly href: string; readonly label: string };
}

/** Words in all that may be read: the question, how far it was looked, and where they stand. */
export function SearchPage({ search, results, back }: SearchPageProps) {
  const t = useText();
  const defaults = { words: search?.words ?? "", scope: search?.scope ?? "all" };
  return (
    <Page width="page" back={back}>
      <Heading>{t("search.heading")}</Heading>
      <Form {...usePageForm()} defaults={defaults}>
        <TextInput name="words" label={t("search.words.label")} hint={t("search.words.hint")} maxLength={WORDS_MAX} />
        <RadioCards
          name="scope"
          label={t("search.scope.label")}
          options={SEARCH_SCOPES.map((scope) => ({ value: scope, label: t(`search.scope.${scope}`) }))}
        />
        <ButtonRow>
          <Button>{t("search.button")}</Button>
        </ButtonRow>
      </Form>
      <p className="note">{t("search.where")}</p>
      {results && <Results results={results} />}
    </Page>
  );
}

function Results({ results: { rows, searched, total, stopped, most } }: { readonly results: SearchResults }) {
  const t = useText();
  return (
    <section aria-labelledby="found">
      <Heading level={2} id="found" beside={t("search.looked", { searched })}>
        {t("search.found", { count: rows.length })}
      </Heading>
      {stopped === "time" && (
        <Notice kind="warning" title={t("search.stopped.time", { searched, total })}>
          <p>{t("search.stopped.narrow")}</p>
        </Notice>
      )}
      {stopped === "enough" && (
        <Notice title={t("search.stopped.enough", { most })}>
          <p>{t("search.stopped.narrow")}</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t("search.none.title")}>
          <p>{t("search.none.body")}</p>
        </EmptyState>
      ) : (
        <ul className="found">
          {rows.map((row) => (
            <FoundLine key={row.caseId} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function FoundLine({ row: { caseId, reference, incidents, status, excerpts } }: { readonly row: FoundRow }) {
  const t = useText();
  return (
    <li>
      <p>
        <a href={paths.case(caseId)} className="nowrap" data-key-row>
          <bdi>{reference}</bdi>
        </a>{" "}
        · {incidents[0] ?? "–"} <StatusTag status={status} />
      </p>
      <dl className="found__excerpts">
        {excerpts.map((excerpt) => (
          <div key={excerpt.place + excerpt.pieces.map(({ text }) => text).join("")}>
            <dt className="quiet">{t(`search.place.${excerpt.place}`)}</dt>
            <dd dir="auto">
              <Pieces excerpt={excerpt} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Pieces({ excerpt: { pieces } }: { readonly excerpt: Excerpt }) {
  return (
    <>
      {pieces.map(({ text, isHit }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change order
        isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  );
}
