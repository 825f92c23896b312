import { Address } from "#app/design-system/content/address.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface ReportLinkPageProps {
  readonly team: string;
  readonly isOpen: boolean;
  /** the whole address, as long as whoever made it is signed in; afterwards only its hash is known */
  readonly address: string | null;
}

/** The team's open link: whether there is one, how to make it, and once it is made the sheet to print. */
export function ReportLinkPage({ team, isOpen, address }: ReportLinkPageProps) {
  const t = useText();
  return (
    <Page back={{ href: paths.organisations(), label: t("organisation.list.heading") }}>
      <Form {...usePageForm()}>
        <Heading>{t("receipt.link.heading")}</Heading>
        <Lead>{t("receipt.link.lead", { team })}</Lead>
        <p>{t(isOpen ? "receipt.link.open" : "receipt.link.none")}</p>
        {address && (
          <>
            <Notice kind="warning">
              <p>{t("receipt.link.once")}</p>
            </Notice>
            <LinkSheet address={address} />
          </>
        )}
        {isOpen && <p>{t("receipt.link.again-why")}</p>}
        <ButtonRow>
          <Button {...(isOpen && { look: "secondary" })}>
            {t(isOpen ? "receipt.link.again" : "receipt.link.make")}
          </Button>
        </ButtonRow>
      </Form>
      {isOpen && (
        <p>
          <a href={paths.reportLinkWithdraw()}>{t("receipt.link.withdraw.link")}</a>
        </p>
      )}
    </Page>
  );
}

/** To be printed and given on: for whoever reads it, and without a word for the team. */
function LinkSheet({ address }: { readonly address: string }) {
  const t = useText();
  return (
    <section className="secret-sheet">
      <h2>{t("receipt.link.sheet")}</h2>
      <p>{t("receipt.link.use")}</p>
      <p className="secret-text" dir="ltr" lang="en">
        <Address>{address}</Address>
      </p>
      <p>{t("receipt.link.sheet-words")}</p>
    </section>
  );
}
