import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { type Direction, type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface Reminder {
  readonly language: Locale;
  readonly direction: Direction;
  readonly text: string;
  readonly organisations: readonly string[];
}

interface RemindersPageProps {
  readonly waveId: string;
  readonly asOf: string | null;
  readonly reminders: readonly Reminder[];
}

/** A text in each language that somebody reads who has not answered, and to whom it goes. */
export function RemindersPage({ waveId, asOf, reminders }: RemindersPageProps) {
  const t = useText();
  const { date } = useFormats();
  return (
    <Page back={{ href: paths.survey(waveId), label: t("waves.one") }}>
      <Heading>{t("waves.reminders.heading")}</Heading>
      <Lead>{t("waves.reminders.lead")}</Lead>
      <p>{asOf ? t("waves.panel.as-of", { day: date(asOf) }) : t("waves.panel.never")}</p>
      {reminders.length === 0 && <EmptyState title={t("waves.reminders.none")} />}
      {reminders.map((reminder) => (
        <ReminderText key={reminder.language} {...reminder} />
      ))}
      {reminders.length > 0 && (
        <ButtonRow>
          <ButtonLink href={paths.surveyRemindersFile(waveId)} look="secondary">
            {t("waves.reminders.file")}
          </ButtonLink>
        </ButtonRow>
      )}
    </Page>
  );
}

function ReminderText({ language, direction, text, organisations }: Reminder) {
  const t = useText();
  return (
    <section className="card" aria-labelledby={`in-${language}`}>
      <Heading level={2} id={`in-${language}`}>
        {OWN_NAMES[language]}
      </Heading>
      <h3>{t("waves.reminders.text")}</h3>
      <div lang={language} dir={direction}>
        {text.split("\n\n").map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <h3>{t("waves.reminders.who")}</h3>
      <ul>
        {organisations.map((organisation) => (
          <li key={organisation}>
            <bdi>{organisation}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
