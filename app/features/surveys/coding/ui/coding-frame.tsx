import type { ReactNode } from "react";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { CodingFrame } from "#app/features/surveys/coding/coding-pages.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface CodingPageProps {
  readonly frame: CodingFrame;
  /** the question; left out on the page of all of them */
  readonly label?: string;
  readonly width?: "reading" | "table";
  readonly children: ReactNode;
}

/** What every page of texts has: where one is, and a button or the way to it where texts are sealed. */
export function CodingPage({ frame, label, width = "reading", children }: CodingPageProps) {
  const t = useText();
  const back =
    label === undefined
      ? { href: paths.surveyResults(frame.waveId), label: t("survey-results.heading") }
      : { href: paths.surveyTexts(frame.waveId), label: t("survey-coding.heading") };
  return (
    <Page back={back} width={width} caption={<bdi>{frame.session}</bdi>}>
      <Heading>{label ?? t("survey-coding.heading")}</Heading>
      {frame.is === "open" ? children : <Sealed frame={frame} hasButton={label === undefined} />}
    </Page>
  );
}

function Sealed({
  frame: { waveId, is, closesOn },
  hasButton,
}: {
  readonly frame: CodingFrame;
  readonly hasButton: boolean;
}) {
  const t = useText();
  const { date } = useFormats();
  const form = usePageForm();
  if (is === "takes-answers") return <Lead>{t("survey-results.takes-answers", { day: date(closesOn) })}</Lead>;
  if (is === "knows-the-panel") return <Lead>{t("refusal.waves.knows-the-panel")}</Lead>;
  if (!hasButton)
    return (
      <p>
        <a href={paths.surveyTexts(waveId)}>{t("survey-coding.sealed.first")}</a>
      </p>
    );
  return (
    <Form {...form}>
      <Lead>{t("survey-coding.sealed.lead")}</Lead>
      <Notice kind="sealed">
        <p>{t("survey-results.sealed.kept")}</p>
      </Notice>
      <ButtonRow>
        <Button>{t("survey-coding.sealed.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
