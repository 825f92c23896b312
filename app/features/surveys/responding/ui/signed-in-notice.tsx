import { Notice } from "#app/design-system/content/notice.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

/** Answers belong to nobody's account: whoever is at work in this browser closes that first. */
export function SignedInNotice() {
  const t = useText();
  return (
    <Notice kind="warning">
      <p>{t("answering.at-work.why")}</p>
      <p>
        <a href={paths.signOut()}>{t("common.nav.sign-out")}</a>
      </p>
    </Notice>
  );
}
