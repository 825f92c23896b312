import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Pagination } from "#app/design-system/content/pagination.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import {
  INSTITUTIONS_PAGE_SIZE,
  type InstitutionListData,
} from "#app/features/registers/institutions/institution-pages.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { InstitutionTable } from "./institution-table.tsx";

interface InstitutionListPageProps {
  readonly data: InstitutionListData;
  readonly hrefOf: (page: number) => string;
}

/** The register of institutions. What is looked for goes by POST: a name in an address would stay in a history. */
export function InstitutionListPage({ data, hrefOf }: InstitutionListPageProps) {
  const t = useText();
  const { rows, total, page, all, forReview, words, mayWrite } = data;
  return (
    <Page width="table">
      <Heading beside={t("institutions.list.counts", { all, forReview })}>{t("institutions.list.heading")}</Heading>
      {mayWrite && (
        <ButtonRow>
          <ButtonLink href={paths.institutionNew()}>{t("institutions.new.link")}</ButtonLink>
        </ButtonRow>
      )}
      {all > 0 && <Search words={words} />}
      {rows.length > 0 ? <InstitutionTable rows={rows} /> : <Nothing isEmpty={all === 0} />}
      <Pagination page={page} pageSize={INSTITUTIONS_PAGE_SIZE} total={total} hrefOf={hrefOf} />
    </Page>
  );
}

function Search({ words }: { readonly words: string }) {
  const t = useText();
  return (
    <Form {...usePageForm()} action={paths.institutions()} defaults={{ words }}>
      <TextInput
        name="words"
        label={t("institutions.search.label")}
        hint={t("institutions.search.hint")}
        size="medium"
        inputMode="search"
      />
      <ButtonRow>
        <Button look="secondary">{t("institutions.search.button")}</Button>
        {words && (
          <ButtonLink href={paths.institutions()} look="quiet">
            {t("institutions.search.clear")}
          </ButtonLink>
        )}
      </ButtonRow>
    </Form>
  );
}

function Nothing({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = useText();
  if (!isEmpty) return <EmptyState title={t("institutions.list.no-match")} />;
  return (
    <EmptyState title={t("institutions.list.none")}>
      <p>{t("institutions.list.none-why")}</p>
    </EmptyState>
  );
}
