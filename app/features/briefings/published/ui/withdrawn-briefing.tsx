import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface WithdrawnBriefingProps {
  readonly title: string;
  readonly kicker: string;
  /** ISO day */
  readonly withdrawnOn: string | null;
}

/** What stays at the address of a briefing that was withdrawn: its name, and that its figures are not to be used. */
export function WithdrawnBriefing({ title, kicker, withdrawnOn }: WithdrawnBriefingProps) {
  const t = useText();
  const { date } = useFormats();
  return (
    <Page back={paths.briefings()} caption={kicker}>
      <Heading>
        <bdi>{title}</bdi>
      </Heading>
      <Notice kind="warning" title={t("briefings.withdrawn.title")}>
        <p>{t("briefings.withdrawn.text", { day: withdrawnOn ? date(withdrawnOn) : "" })}</p>
      </Notice>
    </Page>
  );
}
