import { Heading } from "#app/design-system/content/heading.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { type AskCode, byAddressee } from "#app/features/briefings/asks.ts";
import { becameField, sourceField, stateField } from "#app/features/briefings/drafting/follow-up-form.ts";
import { ASK_STATES, FOLLOW_UP_LIMITS } from "#app/features/briefings/follow-up.ts";
import { type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface FollowUpFieldsProps {
  readonly codes: readonly AskCode[];
  readonly locales: readonly Locale[];
  /** those of which something is told already stand open */
  readonly told: readonly AskCode[];
}

/** Every ask of the release before, by addressee: what became of it, in words of each language, and where it can be read. */
export function FollowUpFields({ codes, locales, told }: FollowUpFieldsProps) {
  const t = useText();
  return byAddressee(codes.map((code) => ({ code }))).map(([addressee, asks]) => (
    <section key={addressee}>
      <Heading level={2}>{t(`asks.addressee.${addressee}`)}</Heading>
      {asks.map(({ code }) => (
        <div key={code} className="ask-choice">
          <p>
            <bdi>{code}</bdi> {t(`asks.text.${code}`)}
          </p>
          <Select
            name={stateField(code)}
            label={t("writing.follow-up.of", { code })}
            options={ASK_STATES.map((state) => ({ value: state, label: t(`briefings.follow-up.state.${state}`) }))}
            size="medium"
            empty={t("writing.follow-up.not-told")}
          />
          <details open={told.includes(code)}>
            <summary>{t("writing.follow-up.details", { code })}</summary>
            <div className="languages-beside">
              {locales.map((locale) => (
                <TextArea
                  key={locale}
                  name={becameField(code, locale)}
                  language={locale}
                  label={<span lang={locale}>{OWN_NAMES[locale]}</span>}
                  rows={4}
                  maxLength={FOLLOW_UP_LIMITS.text}
                />
              ))}
            </div>
            <TextInput
              name={sourceField(code)}
              label={t("writing.follow-up.source")}
              hint={t("writing.follow-up.source-hint")}
              maxLength={FOLLOW_UP_LIMITS.source}
            />
          </details>
        </div>
      ))}
    </section>
  ));
}
