import { Lead } from "#app/design-system/content/heading.tsx";
import type { AboutSurvey as About } from "#app/features/surveys/responding/survey-pages.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** For whom it is, which time it asks about, until when it takes answers. */
export function AboutSurvey({ about }: { readonly about: About }) {
  const t = useText();
  const { date } = useFormats();
  const { intro, session, referenceFrom, referenceTo, closesOn } = about;
  return (
    <>
      {intro && <Lead>{intro}</Lead>}
      <ul>
        <li>{t("answering.about.session", { session })}</li>
        <li>{t("answering.about.period", { from: date(referenceFrom), to: date(referenceTo) })}</li>
        <li>{t("answering.about.closes", { day: date(closesOn) })}</li>
        <li>{t("answering.about.long")}</li>
      </ul>
    </>
  );
}
