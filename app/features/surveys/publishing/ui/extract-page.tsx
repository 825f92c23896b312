import { Facts } from "#app/design-system/content/facts.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ExtractPageView, MadeView } from "#app/features/surveys/publishing/extract-queries.server.ts";
import type { RefusedExtract } from "#app/features/surveys/publishing/refused-extract.server.ts";
import { MOST_SAID, MOST_WHO } from "#app/features/surveys/publishing/survey-extract.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface ExtractPageProps {
  readonly view: ExtractPageView;
  readonly failed: RefusedExtract | null;
}

/** Rows for researchers: chosen once, told what fails, agreed to by a second analyst, and given out as a file. */
export function ExtractPage({ view, failed }: ExtractPageProps) {
  const t = useText();
  const { waveId, session, isOpen, isPrinted, made } = view;
  return (
    <Page back={paths.surveyResults(waveId)}>
      <Heading beside={<bdi>{session}</bdi>}>{t("survey-tables.extract.heading")}</Heading>
      <Lead>{t("survey-tables.extract.lead")}</Lead>
      {!isOpen && (
        <>
          <p>{t("refusal.waves.not-opened")}</p>
          <ButtonLink href={paths.surveyResults(waveId)}>{t("survey-tables.extract.open")}</ButtonLink>
        </>
      )}
      {made && <Made view={view} made={made} />}
      {isOpen && !made && isPrinted && <p>{t("refusal.waves.printed-before")}</p>}
      {isOpen && !made && !isPrinted && <Choosing view={view} failed={failed} />}
    </Page>
  );
}

function Made({ view, made }: { readonly view: ExtractPageView; readonly made: MadeView }) {
  const t = useText();
  const { date, list } = useFormats();
  const titles = (options: ExtractPageView["who"], ids: readonly string[]) =>
    list(options.filter(({ value }) => ids.includes(value)).map(({ label }) => label));
  return (
    <>
      <p>{t("survey-tables.extract.made", { day: date(made.madeOn) })}</p>
      <Facts
        facts={[
          { label: t("survey-tables.extract.who"), value: titles(view.who, made.who) },
          { label: t("survey-tables.extract.said"), value: titles(view.said, made.said) },
        ]}
      />
      {made.standing === "agreed" && (
        <ButtonRow>
          <ButtonLink href={paths.surveyExtractFile(view.waveId)} download>
            {t("survey-tables.extract.download")}
          </ButtonLink>
        </ButtonRow>
      )}
      {made.standing === "waits" && <p>{t("survey-tables.extract.waits")}</p>}
      {made.standing === "asks-you" && <Agreeing />}
    </>
  );
}

function Agreeing() {
  const t = useText();
  return (
    <Form {...usePageForm()}>
      <input type="hidden" name="verb" value="agree" />
      <Notice kind="warning" title={t("survey-tables.extract.agree-title")}>
        <p>{t("survey-tables.extract.agree-why")}</p>
      </Notice>
      <Button>{t("survey-tables.extract.agree")}</Button>
    </Form>
  );
}

function Choosing({ view: { who, said }, failed }: ExtractPageProps) {
  const t = useText();
  return (
    <Form {...usePageForm()}>
      <input type="hidden" name="verb" value="make" />
      {failed && <Failing failed={failed} />}
      <CheckboxCards
        name="who"
        label={t("survey-tables.extract.who")}
        hint={t("survey-tables.extract.who-hint", { most: MOST_WHO })}
        options={who}
      />
      <CheckboxCards
        name="said"
        label={t("survey-tables.extract.said")}
        hint={t("survey-tables.extract.said-hint", { most: MOST_SAID })}
        options={said}
      />
      <p className="hint">{t("survey-tables.extract.once")}</p>
      <Button>{t("survey-tables.extract.make")}</Button>
    </Form>
  );
}

/** Which combinations fail, at the coarsest that was tried. */
function Failing({ failed: { reason, failing } }: { readonly failed: RefusedExtract }) {
  const t = useText();
  const { list } = useFormats();
  return (
    <section>
      <p>{t(`survey-tables.extract.reason.${reason}`)}</p>
      <ul>
        {failing.map(({ words, faults }) => (
          <li key={words.join("|")}>
            <bdi>{list(words.length > 0 ? words : [t("survey-tables.code._all")])}</bdi>:{" "}
            {list(faults.map((fault) => t(`survey-tables.extract.fault.${fault}`)))}
          </li>
        ))}
      </ul>
    </section>
  );
}
