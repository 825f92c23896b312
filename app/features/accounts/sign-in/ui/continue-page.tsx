import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { FormLanguages } from "#app/design-system/forms/form-languages.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";

/** A kept form, opened for the person who filled it in. */
export interface ContinueData {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

interface ContinuePageProps extends ContinueData {
  readonly formToken: string;
}

/** One press sends on what was typed before the session ended: a page cannot repeat a form by itself without scripts. */
export function ContinuePage({ path, fields, formToken }: ContinuePageProps) {
  const t = useText();
  return (
    <Page>
      <Heading>{t("sign-in.continue.heading")}</Heading>
      <Lead>{t("sign-in.continue.lead")}</Lead>
      <form method="post" action={path}>
        <input type="hidden" name="formToken" value={formToken} />
        {fields.map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come several times, and the list never changes
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button>{t("common.action.continue")}</Button>
        </ButtonRow>
        <FormLanguages action={path} />
      </form>
    </Page>
  );
}
