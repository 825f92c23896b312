import { Notice } from "#app/design-system/content/notice.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Something is open in this browser already: to go on with it, or to close it first. */
export function AtWorkNotice({ role }: { readonly role: string }) {
  const t = useText();
  const isReceipt = role === "receipt";
  return (
    <Notice kind="warning">
      <p>{t(isReceipt ? "receipt.at-work.receipt" : "receipt.at-work.member")}</p>
      <p>
        {isReceipt && (
          <>
            <a href={paths.reports()}>{t("receipt.at-work.go-on")}</a>
            {" · "}
          </>
        )}
        <a href={paths.signOut()}>{t(isReceipt ? "receipt.nav.close" : "common.nav.sign-out")}</a>
      </p>
    </Notice>
  );
}
