import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { DateWithPrecision } from "#app/design-system/forms/date-with-precision.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { REPLY_TEXT_MAX } from "#app/features/cases/institutions/reply-forms.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface ReplyFormProps {
  readonly id: string;
  readonly version: number;
  readonly kept: Readonly<Record<string, string>>;
}

/** What an institution was asked and, as soon as it has, what it said. */
export function ReplyForm({ id, version, kept }: ReplyFormProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={version} defaults={kept}>
      <DateWithPrecision name="asked" label={t("institutions.reply.asked-on")} precisions={false} />
      <TextArea
        name="question"
        label={t("institutions.reply.question")}
        hint={t("institutions.reply.question-hint")}
        rows={5}
        maxLength={REPLY_TEXT_MAX}
      />
      <DateWithPrecision name="answered" label={t("institutions.reply.answered-on")} precisions={false} optional />
      <TextArea
        name="answer"
        label={t("institutions.reply.answer")}
        hint={t("institutions.reply.answer-hint")}
        rows={5}
        maxLength={REPLY_TEXT_MAX}
        optional
      />
      <ButtonRow>
        <Button>{t("institutions.reply.button")}</Button>
        <ButtonLink href={paths.institution(id)} look="secondary">
          {t("common.action.cancel")}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
