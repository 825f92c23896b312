import { Heading } from "#app/design-system/content/heading.tsx";
import { type Key, KeyList } from "#app/design-system/content/key-help.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { caseKeys, listKeys } from "./page-keys.tsx";

interface KeyboardPageProps {
  readonly keysOn: boolean;
  readonly back: { readonly href: string; readonly label: string };
}

/** All keys, and the switch for people whom single keys get in the way of: by voice, by a screen reader, or by accident. */
export function KeyboardPage({ keysOn, back }: KeyboardPageProps) {
  const t = useText();
  const plain = (keys: readonly Key[]) => keys.map(({ key, does }) => ({ key, does }));
  return (
    <Page back={back}>
      <Heading>{t("desk.keys.heading")}</Heading>
      <p>{t("desk.keys.lead")}</p>
      <Heading level={2}>{t("desk.keys.in-lists")}</Heading>
      <KeyList keys={plain(listKeys(t))} />
      <Heading level={2}>{t("desk.keys.in-case")}</Heading>
      <KeyList keys={plain(caseKeys(t, "", ""))} />
      <Form {...usePageForm()} defaults={{ keys: keysOn ? "on" : "off" }}>
        <RadioCards
          name="keys"
          label={t("desk.keys.label")}
          options={[
            { value: "on", label: t("desk.keys.on") },
            { value: "off", label: t("desk.keys.off") },
          ]}
        />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
