import type { ReactNode } from "react";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { RightOfReply } from "#app/features/registers/institutions/institution.ts";
import type { InstitutionPageData } from "#app/features/registers/institutions/institution-pages.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { InstitutionStateTag } from "./institution-table.tsx";

interface InstitutionPageProps {
  readonly data: InstitutionPageData;
  /** its cases, for those who may see them; they stand on a floor above */
  readonly cases?: ReactNode;
}

/** Everything on one institution. */
export function InstitutionPage({ data, cases }: InstitutionPageProps) {
  const t = useText();
  const { names, foldedInto, state } = data;
  return (
    <Page width="table" back={{ href: paths.institutions(), label: t("institutions.list.heading") }}>
      <Heading beside={foldedInto ? undefined : <InstitutionStateTag state={state} />}>
        <bdi>{names[0]}</bdi>
      </Heading>
      {foldedInto && (
        <Notice>
          <p>
            {t.rich("institutions.folded-into", {
              name: <bdi>{foldedInto.name}</bdi>,
              link: (words: ReactNode) => <a href={paths.institution(foldedInto.id)}>{words}</a>,
            })}
          </p>
        </Notice>
      )}
      <InstitutionFacts data={data} />
      {data.mayWrite && <Steps data={data} />}
      {data.reply && <Reply reply={data.reply} />}
      {cases}
    </Page>
  );
}

function InstitutionFacts({ data }: { readonly data: InstitutionPageData }) {
  const t = useText();
  const { names, country, type, bic, lei, groups, members } = data;
  const others = names.slice(1);
  return (
    <SummaryList
      rows={[
        { term: t("institutions.spellings.label"), value: others.length > 0 && <Names names={others} /> },
        { term: t("institutions.type.label"), value: type },
        { term: t("institutions.country.label"), value: country },
        { term: t("institutions.bic.label"), value: bic && <bdi>{bic}</bdi> },
        { term: t("institutions.lei.label"), value: lei && <bdi>{lei}</bdi> },
        { term: t("institutions.group.label"), value: groups.length > 0 && <Links entries={groups} /> },
        { term: t("institutions.group.members"), value: members.length > 0 && <Links entries={members} /> },
      ].map(({ term, value }) => ({ term, value: value || null }))}
    />
  );
}

/** What it was asked and what it said; every team reads it, so that nobody asks twice. */
function Reply({ reply: { askedOn, question, answeredOn, answer } }: { readonly reply: RightOfReply }) {
  const t = useText();
  const { date } = useFormats();
  return (
    <section>
      <Heading level={2}>{t("institutions.reply.heading")}</Heading>
      <SummaryList
        rows={[
          { term: t("institutions.reply.asked-on"), value: date(askedOn) },
          { term: t("institutions.reply.question"), value: <span dir="auto">{question}</span> },
          {
            term: t("institutions.reply.answered-on"),
            value: answeredOn ? date(answeredOn) : t("institutions.reply.waiting"),
          },
          { term: t("institutions.reply.answer"), value: answer && <span dir="auto">{answer}</span> },
        ]}
      />
    </section>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return names.map((name) => (
    <span key={name}>
      <bdi>{name}</bdi>
      <br />
    </span>
  ));
}

function Links({ entries }: { readonly entries: InstitutionPageData["groups"] }) {
  return entries.map(({ id, name }) => (
    <span key={id}>
      <a href={paths.institution(id)}>
        <bdi>{name}</bdi>
      </a>
      <br />
    </span>
  ));
}

function Steps({ data: { id, state } }: { readonly data: InstitutionPageData }) {
  const t = useText();
  return (
    <ButtonRow>
      {state === "for_review" && (
        <ButtonLink href={paths.institutionConfirm(id)}>{t("institutions.confirm.link")}</ButtonLink>
      )}
      <ButtonLink href={paths.institutionEdit(id)} look="secondary">
        {t("institutions.edit.link")}
      </ButtonLink>
      <ButtonLink href={paths.institutionFold(id)} look="secondary">
        {t("institutions.fold.link")}
      </ButtonLink>
    </ButtonRow>
  );
}
