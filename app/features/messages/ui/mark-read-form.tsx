import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface MarkReadFormProps {
  readonly action: string;
  readonly seenAt: string | null;
  /** nothing can be written on the page any more */
  readonly alone: boolean;
}

/**
 * Looking at a page changes nothing: who has read says so, or answers. It stands below the answer and says that it is none,
 * because what was typed above does not go along.
 */
export function MarkReadForm({ action, seenAt, alone }: MarkReadFormProps) {
  const t = useText();
  const { formToken } = usePageForm();
  return (
    <Form formToken={formToken} action={action} languages={alone}>
      <SeenAt at={seenAt} />
      <ButtonRow>
        <Button look="quiet">{t("messages.mark.button")}</Button>
      </ButtonRow>
    </Form>
  );
}

/** Up to where the page has shown the conversation: what comes in the meantime stays new. */
export function SeenAt({ at }: { readonly at: string | null }) {
  return at === null ? null : <input type="hidden" name="seenAt" value={at} />;
}
