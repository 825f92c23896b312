import type { ReactNode } from "react";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { Button, ButtonLink, type ButtonLook, ButtonRow } from "./button.tsx";
import { Form } from "./form.tsx";
import { usePageForm } from "./use-page-form.ts";

interface DecisionPageProps {
  readonly back: string;
  /** What it is about, where there are several. */
  readonly caption?: ReactNode;
  /** The question, or what is about to happen. */
  readonly title: ReactNode;
  /** What it means, before anybody presses. */
  readonly lead: ReactNode;
  readonly button: ReactNode;
  readonly look?: ButtonLook;
  readonly children?: ReactNode;
}

/** One act on a page of its own: says what it does, and has one button. Beside one that destroys stands the way back. */
export function DecisionPage({ back, caption, title, lead, button, look, children }: DecisionPageProps) {
  const t = useText();
  return (
    <Page back={back} caption={caption}>
      <Form {...usePageForm()}>
        <Heading>{title}</Heading>
        <Lead>{lead}</Lead>
        {children}
        <ButtonRow>
          <Button {...(look && { look })}>{button}</Button>
          {look === "danger" && (
            <ButtonLink href={back} look="secondary">
              {t("common.action.keep")}
            </ButtonLink>
          )}
        </ButtonRow>
      </Form>
    </Page>
  );
}
