import { Notice } from "#app/design-system/content/notice.tsx";
import { Button } from "#app/design-system/forms/button.tsx";
import { MASK_BUTTON } from "#app/features/cases/questionnaire/mask-button.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { type AccountNumberPlace, maskedNumber } from "#app/kernel/account-number-mask.ts";

interface AccountNumberNoticeProps {
  readonly places: readonly AccountNumberPlace[];
}

/** Says where whole account or card numbers stand, and offers to cut them down. Never repeats one. */
export function AccountNumberNotice({ places }: AccountNumberNoticeProps) {
  const t = useText();
  if (places.length === 0) return null;
  return (
    <Notice kind="warning" title={t("report.page.number.title")}>
      <p>{t("report.page.number.why")}</p>
      <AccountNumberList places={places} />
      <Button look="secondary" {...MASK_BUTTON}>
        {places.length === 1
          ? t("report.page.number.mask-one", { masked: maskedNumber(places[0]!.ending) })
          : t("report.page.number.mask-all")}
      </Button>
    </Notice>
  );
}

export function AccountNumberList({ places }: AccountNumberNoticeProps) {
  const t = useText();
  return (
    <ul>
      {places.map(({ kind, line, ending }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same number may stand in a line twice
        <li key={at}>{t(`report.page.number.${kind}`, { line, ending })}</li>
      ))}
    </ul>
  );
}
