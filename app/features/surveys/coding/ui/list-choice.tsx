import { Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { CODING_LISTS } from "#app/features/surveys/coding/coding.ts";
import type { ListPage } from "#app/features/surveys/coding/coding-pages.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { CodingPage } from "./coding-frame.tsx";

/** By which codes the texts of a question are told. */
export function ListChoice({ page: { frame, label, list, isFixed } }: { readonly page: ListPage }) {
  const t = useText();
  const form = usePageForm();
  return (
    <CodingPage frame={frame} label={label}>
      {isFixed ? (
        <Lead>{t("refusal.coding.list-fixed")}</Lead>
      ) : (
        <Form {...form} defaults={list ? { list } : {}}>
          <RadioCards
            name="list"
            label={t("survey-coding.list.label")}
            hint={t("survey-coding.list.hint")}
            options={CODING_LISTS.map((value) => ({ value, label: t(`survey-coding.list.${value}`) }))}
          />
          <ButtonRow>
            <Button>{t("survey-coding.list.button")}</Button>
          </ButtonRow>
        </Form>
      )}
    </CodingPage>
  );
}
