import type { ReactNode } from "react";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { TEXT_LIMITS } from "#app/features/briefings/briefing.ts";
import { SECTIONS } from "#app/features/briefings/figures/dimensions.ts";
import { useText } from "#app/i18n/text-context.tsx";

export type TextFieldsByName = Readonly<Record<string, string>>;

interface TextFieldsProps {
  /** the English text by field name, to translate from; null on the English page itself */
  readonly original: TextFieldsByName | null;
  /** what a colleague has saved meanwhile of what was changed here too */
  readonly newest: TextFieldsByName;
}

/** Title, claim and one field a section, each with what it is translated from. */
export function TextFields({ original, newest }: TextFieldsProps) {
  const t = useText();
  const beside = { original, newest };
  return (
    <>
      <Pair {...beside} name="title">
        <TextInput
          name="title"
          label={t("drafting.text.title.label")}
          hint={t("drafting.text.title.hint")}
          maxLength={TEXT_LIMITS.title}
        />
      </Pair>
      <Pair {...beside} name="claim">
        <TextArea
          name="claim"
          label={t("drafting.text.claim.label")}
          hint={t("drafting.text.claim.hint")}
          rows={3}
          maxLength={TEXT_LIMITS.claim}
        />
      </Pair>
      {SECTIONS.map((section) => (
        <Pair {...beside} key={section} name={section}>
          <TextArea
            name={section}
            label={t(`briefings.section.${section}`)}
            hint={t("drafting.text.section-hint")}
            rows={10}
            maxLength={TEXT_LIMITS.section}
          />
        </Pair>
      ))}
    </>
  );
}

interface PairProps extends TextFieldsProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Pair({ name, original, newest, children }: PairProps) {
  const t = useText();
  const english = original?.[name];
  const saved = newest[name];
  if (!english && saved === undefined) return children;
  return (
    <div className="text-pair">
      <div>{children}</div>
      <div>
        {english && (
          <div className="text-pair__original">
            <p className="note">{t("drafting.text.original")}</p>
            <div lang="en" dir="ltr">
              {english}
            </div>
          </div>
        )}
        {saved !== undefined && (
          <div className="text-pair__original">
            <p className="note">{t("drafting.text.newest")}</p>
            <div dir="auto">{saved || t("common.list.not-given")}</div>
          </div>
        )}
      </div>
    </div>
  );
}
