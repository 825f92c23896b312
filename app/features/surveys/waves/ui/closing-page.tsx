import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { WaveFacts } from "#app/features/surveys/waves/wave.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface ClosingPageProps {
  readonly wave: {
    readonly id: string;
    readonly version: number;
    readonly facts: WaveFacts;
    readonly moving: { readonly closesOn: string; readonly isMine: boolean } | null;
    readonly canMove: boolean;
  };
}

/** Another last day: at once where it is earlier, by two persons where it is later. */
export function ClosingPage({ wave: { id, version, facts, moving, canMove } }: ClosingPageProps) {
  const t = useText();
  const { date } = useFormats();
  const form = usePageForm();
  const day = moving ? date(moving.closesOn) : "";
  return (
    <Page back={paths.survey(id)} caption={<bdi>{facts.session}</bdi>}>
      <Form {...form} recordVersion={version} defaults={{ closesOn: moving?.closesOn ?? facts.closesOn }}>
        <Heading>{t("waves.closing.heading")}</Heading>
        <Lead>{t("waves.closing.lead", { day: date(facts.closesOn) })}</Lead>
        {!canMove && <p>{t("waves.not-now")}</p>}
        {canMove && (
          <>
            <ul>
              <li>{t("waves.closing.earlier")}</li>
              <li>{t("waves.closing.later")}</li>
              <li>{t("waves.closing.kept")}</li>
              <li>{t("waves.closing.paper")}</li>
            </ul>
            {moving && (
              <Notice kind="warning" title={t(moving.isMine ? "waves.closing.mine" : "waves.closing.theirs", { day })}>
                <p>{t(moving.isMine ? "waves.closing.mine-why" : "waves.closing.theirs-why")}</p>
              </Notice>
            )}
            <TextInput name="closesOn" label={t("waves.closes.label")} type="date" size="short" />
            <ButtonRow>
              <Button>{t("waves.closing.button")}</Button>
            </ButtonRow>
          </>
        )}
      </Form>
    </Page>
  );
}
