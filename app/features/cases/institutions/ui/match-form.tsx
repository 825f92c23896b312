import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { NO_ENTRY, OTHER_ENTRY } from "#app/features/cases/institutions/institution-match-forms.ts";
import type { CandidateWords, MatchPageData } from "#app/features/cases/institutions/institution-match-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Proposes entries that the typed name may mean; whoever knows chooses. */
export function MatchForm({ data: { standing, typed, candidates, others, chosen } }: { readonly data: MatchPageData }) {
  const t = useText();
  const facts = [typed.name, typed.type, typed.country].filter((fact) => fact !== null);
  return (
    <Form {...usePageForm()} recordVersion={standing.version} defaults={chosen}>
      <p>
        {t("institutions.match.reported")} <b>{facts.length > 0 ? <Known facts={facts} /> : t("casework.not-said")}</b>
      </p>
      <RadioCards
        name="institution"
        label={t("institutions.match.label")}
        options={[
          ...candidates.map((candidate) => ({
            value: candidate.id,
            label: <bdi>{candidate.name}</bdi>,
            hint: <Why candidate={candidate} />,
          })),
          ...(others.length > 0 ? [{ value: OTHER_ENTRY, label: t("institutions.match.other") }] : []),
          { value: NO_ENTRY, label: t("institutions.match.none") },
        ]}
      />
      {others.length > 0 && (
        <Select
          name="other"
          label={t("institutions.match.other-label")}
          hint={t("institutions.match.other-hint")}
          options={others}
          optional
        />
      )}
      <ButtonRow>
        <Button>{t("institutions.match.button")}</Button>
        <ButtonLink href={paths.caseInstitutionNew(standing.row.caseId)} look="secondary">
          {t("institutions.match.add")}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

function Why({ candidate: { why, facts } }: { readonly candidate: CandidateWords }) {
  const t = useText();
  return (
    <>
      {t(`institutions.match.why.${why}`)}
      {facts.length > 0 && (
        <>
          {" · "}
          <Known facts={facts} />
        </>
      )}
    </>
  );
}

/** Each by itself: a Latin name must not pull Arabic words around it into its own direction. */
function Known({ facts }: { readonly facts: readonly string[] }) {
  return (
    <>
      {facts.map((fact, at) => (
        <span key={fact}>
          {at > 0 && " · "}
          <bdi>{fact}</bdi>
        </span>
      ))}
    </>
  );
}
