import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Progress } from "#app/design-system/content/progress.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { CodeOption, CodePage } from "#app/features/surveys/coding/coding-pages.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { CodingPage } from "./coding-frame.tsx";

/** One text, and the codes that somebody gives to it. */
export function CodeText({ page }: { readonly page: CodePage }) {
  const t = useText();
  const { frame, question, label, standing, text, list, options } = page;
  return (
    <CodingPage frame={frame} label={label}>
      {text ? (
        <>
          <Progress
            done={standing.coded}
            total={standing.texts}
            label={t("survey-coding.progress", { coded: standing.coded, texts: standing.texts })}
          />
          <TextAsWritten text={text.text} />
          <CodesOfText mark={text.mark} options={options} button={t("survey-coding.codes.button")} />
        </>
      ) : (
        <Lead>{t(`survey-coding.done.${standing.step}`)}</Lead>
      )}
      {standing.step === "no-list" && (
        <p>
          <a href={paths.surveyTextsList(frame.waveId, question)}>{t("survey-coding.step.no-list")}</a>
        </p>
      )}
      {standing.step === "compare" && (
        <p>
          <a href={paths.surveyTextsAgreement(frame.waveId, question)}>{t("survey-coding.step.compare")}</a>
        </p>
      )}
      {standing.step === "code" && standing.coded === 0 && list && (
        <p>
          <a href={paths.surveyTextsList(frame.waveId, question)}>{t("survey-coding.list.change")}</a>
        </p>
      )}
    </CodingPage>
  );
}

/** In its own language and direction. */
export function TextAsWritten({ text }: { readonly text: string }) {
  return (
    <blockquote className="story written-text" dir="auto">
      {text}
    </blockquote>
  );
}

interface CodesOfTextProps {
  readonly mark: string;
  readonly options: readonly CodeOption[];
  readonly button: string;
  readonly chosen?: readonly string[];
}

/** The codes to tick, and a box for none of them: an empty form is no judgement. @param chosen  ticked beforehand */
export function CodesOfText({ mark, options, button, chosen = [] }: CodesOfTextProps) {
  const t = useText();
  const form = usePageForm();
  return (
    <Form {...form} defaults={{ codes: chosen }}>
      <Heading level={2}>{t("survey-coding.codes.heading")}</Heading>
      <input type="hidden" name="mark" value={mark} />
      <CheckboxCards name="codes" label={t("survey-coding.codes.label")} options={options} />
      <Checkbox name="none" label={t("survey-coding.codes.none")} />
      <ButtonRow>
        <Button>{button}</Button>
      </ButtonRow>
    </Form>
  );
}
