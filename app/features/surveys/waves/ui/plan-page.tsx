import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { WaveFacts } from "#app/features/surveys/waves/wave.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface PlanPageProps {
  readonly back: string;
  readonly verb: "new" | "change";
  readonly sessions: readonly Choice[];
  readonly instruments: readonly Choice[];
  readonly facts?: WaveFacts;
  readonly version?: number;
}

/** Of which session, about which time, on which days, with which questionnaire. */
export function PlanPage({ back, verb, sessions, instruments, facts, version }: PlanPageProps) {
  const t = useText();
  const day = { type: "date", size: "short" } as const;
  // Four days that are missing say the same; what is to be chosen says by itself what it is.
  const labels = {
    referenceFrom: t("waves.reference.from"),
    referenceTo: t("waves.reference.to"),
    opensOn: t("waves.opens.label"),
    closesOn: t("waves.closes.label"),
  };
  return (
    <Page back={back}>
      <Form
        {...usePageForm()}
        labels={labels}
        {...(version !== undefined && { recordVersion: version })}
        {...(facts && { defaults: defaultsOf(facts) })}
      >
        <Heading>{t(`waves.${verb}.heading`)}</Heading>
        <Lead>{t(`waves.${verb}.lead`)}</Lead>
        <Select name="session" label={t("waves.session.label")} options={sessions} size="medium" />
        <TextInput name="referenceFrom" label={labels.referenceFrom} hint={t("waves.reference.from-hint")} {...day} />
        <TextInput name="referenceTo" label={labels.referenceTo} {...day} />
        <TextInput name="opensOn" label={labels.opensOn} {...day} />
        <TextInput name="closesOn" label={labels.closesOn} {...day} />
        <Select
          name="instrument"
          label={t("waves.instrument.label")}
          hint={<a href={paths.questionnaires()}>{t("questionnaires.plan.link")}</a>}
          options={instruments}
        />
        <ButtonRow>
          <Button>{t(`waves.${verb}.button`)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const defaultsOf = ({ session, referenceFrom, referenceTo, opensOn, closesOn, instrument }: WaveFacts) => ({
  ...{ session, referenceFrom, referenceTo, opensOn, closesOn, instrument },
});
