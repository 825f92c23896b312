import { useLoaderData } from "@remix-run/react";
import { publicLoader } from "#app/access/public-door.server.ts";
import { Card } from "#app/design-system/content/card.tsx";
import { FigureRow } from "#app/design-system/content/figure-row.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { findNewestFigures, type NewestFigures } from "#app/features/briefings/published/release-queries.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "home.title" });

export const loader = publicLoader(async ({ request }) => ({ told: await findNewestFigures(localeOf(request)) }));

export default function Home() {
  const t = useText();
  const { told } = useLoaderData<typeof loader>();
  return (
    <Page width="page" aside={<Readers />} below={told && <Told told={told} />}>
      <Heading>{t("home.heading")}</Heading>
      <Lead>{t("home.lead")}</Lead>
      <ButtonRow>
        <ButtonLink href={paths.signIn()}>{t("home.start")}</ButtonLink>
        <ButtonLink href={paths.join()} look="secondary">
          {t("home.join")}
        </ButtonLink>
      </ButtonRow>
      <p className="note">{t("home.needs")}</p>
      <p>
        <a href={paths.receipt()}>{t("receipt.return.link")}</a>
      </p>
      <p>
        <a href={paths.answer()}>{t("answering.begin.have-code")}</a>
      </p>
      <Heading level={2}>{t("home.steps.heading")}</Heading>
      <ol>
        <li>{t.rich("home.steps.report")}</li>
        <li>{t.rich("home.steps.act")}</li>
        <li>{t.rich("home.steps.count")}</li>
        <li>{t.rich("home.steps.ask")}</li>
      </ol>
    </Page>
  );
}

/** The figures of the newest briefing: what reports like the reader's have added up to. */
function Told({ told }: { readonly told: NewestFigures }) {
  const t = useText();
  const { slug, kicker, date, figures } = told;
  return (
    <section>
      <Heading level={2}>{t("drafting.public.home-heading")}</Heading>
      <FigureRow figures={figures.items} />
      <p className="note">{t("drafting.public.home-note", { kicker, date })}</p>
      <p>
        <a href={paths.briefing(slug)}>{t("drafting.public.home-link")}</a>
      </p>
    </section>
  );
}

function Readers() {
  const t = useText();
  return (
    <Card title={t("home.readers.heading")}>
      <ul>
        <li>{t("home.readers.team")}</li>
        <li>{t("home.readers.lead")}</li>
        <li>{t("home.readers.host")}</li>
        <li>{t("home.readers.others")}</li>
      </ul>
      <p>
        <a href={paths.protection()}>{t("home.readers.more")}</a>
      </p>
    </Card>
  );
}
