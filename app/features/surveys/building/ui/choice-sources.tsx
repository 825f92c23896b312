import { Fold } from "#app/design-system/content/fold.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { type ChoicePart, choiceField } from "#app/features/surveys/building/choice-fields.ts";
import { OFFERED_LISTS } from "#app/features/surveys/building/offered-lists.ts";
import type { EditedChoices, EditedSource } from "#app/features/surveys/building/question-page.server.ts";
import type { Worded } from "#app/features/surveys/instruments/worded-choices.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { StepButton } from "./step-button.tsx";

interface ChoiceSourcesProps {
  readonly part: ChoicePart;
  readonly choices: EditedChoices;
  readonly headings: readonly Worded[];
  /** one of them can exclude the others */
  readonly mayStandAlone: boolean;
}

/** The answers or the rows of a question, each with its buttons, and room for more. */
export function ChoiceSources({ part, choices, headings, mayStandAlone }: ChoiceSourcesProps) {
  const t = useText();
  const { sources, hasHelp, isTooLong } = choices;
  return (
    <>
      {isTooLong ? (
        <p>{t("questionnaires.choices.too-long", { count: sources.length })}</p>
      ) : (
        sources.map((source) => (
          <section key={source.at} id={`${part}-${source.at}`} className="source">
            <div className="source__fields">
              <ListHead source={source} />
              {source.kind === "own" ? (
                <OwnFields part={part} source={source} hasHelp={hasHelp} mayStandAlone={mayStandAlone} />
              ) : (
                <ListFields part={part} source={source} headings={headings} mayStandAlone={mayStandAlone} />
              )}
            </div>
            <SourceButtons part={part} source={source} last={sources.length - 1} />
          </section>
        ))
      )}
      <TextArea
        name={`${part}-more`}
        label={t(`questionnaires.choices.${part}.more`)}
        hint={t("questionnaires.choices.more-hint")}
        rows={4}
        optional
      />
      <Select
        name={`${part}-list`}
        label={t(`questionnaires.choices.${part}.list`)}
        hint={t("questionnaires.choices.list-hint")}
        empty={t("questionnaires.choices.no-list")}
        options={OFFERED_LISTS.map((list) => ({ value: list, label: t(`questionnaires.list.${list}`) }))}
      />
    </>
  );
}

interface SourceProps {
  readonly part: ChoicePart;
  readonly source: EditedSource;
  readonly last: number;
}

/** What stands at the head of a list, in the place of a field of its own. */
function ListHead({ source }: { readonly source: EditedSource }) {
  const t = useText();
  if (source.kind !== "list") return null;
  const list = t.dynamic(`questionnaires.list.${source.list}`);
  return (
    <p className="outline__name">
      {t("questionnaires.choices.from-list", { list, chosen: source.chosen, all: source.codes.length })}
    </p>
  );
}

function SourceButtons({ part, source, last }: SourceProps) {
  const t = useText();
  const { at } = source;
  const called = source.kind === "own" ? source.label : t.dynamic(`questionnaires.list.${source.list}`);
  return (
    <div className="outline__acts">
      {at > 0 && (
        <StepButton
          name="do"
          value={`${part}-up-${at}`}
          sign="↑"
          words={t("questionnaires.outline.up", { label: called })}
        />
      )}
      {at < last && (
        <StepButton
          name="do"
          value={`${part}-down-${at}`}
          sign="↓"
          words={t("questionnaires.outline.down", { label: called })}
        />
      )}
      <StepButton
        name="do"
        value={`${part}-remove-${at}`}
        sign="✕"
        words={t("questionnaires.choices.remove", { label: called })}
      />
    </div>
  );
}

interface OwnFieldsProps {
  readonly part: ChoicePart;
  readonly source: EditedSource;
  readonly hasHelp: boolean;
  readonly mayStandAlone: boolean;
}

function OwnFields({ part, source: { at, ...source }, hasHelp, mayStandAlone }: OwnFieldsProps) {
  const t = useText();
  const field = (what: string) => choiceField(part, at, what);
  const code = source.kind === "own" ? source.code : "";
  return (
    <>
      <TextInput
        name={field("label")}
        label={t.rich(`questionnaires.choices.${part}.label`, { code: <code dir="ltr">{code}</code> })}
      />
      {(hasHelp || mayStandAlone) && (
        <Fold label={t("questionnaires.choices.further")}>
          {hasHelp && <TextInput name={field("help")} label={t("questionnaires.choices.help")} optional />}
          {mayStandAlone && <Checkbox name={field("alone")} label={t("questionnaires.choices.alone")} />}
        </Fold>
      )}
    </>
  );
}

interface ListFieldsProps {
  readonly part: ChoicePart;
  readonly source: EditedSource;
  readonly headings: readonly Worded[];
  readonly mayStandAlone: boolean;
}

function ListFields({ part, source, headings, mayStandAlone }: ListFieldsProps) {
  const t = useText();
  if (source.kind !== "list") return null;
  const field = (what: string) => choiceField(part, source.at, what);
  return (
    <>
      <Checkbox name={field("all")} label={t("questionnaires.choices.all")} />
      <Fold label={t("questionnaires.choices.some")}>
        <CheckboxCards name={field("only")} label={t("questionnaires.choices.only")} options={source.codes} />
        {part === "rows" && (
          <Select
            name={field("heading")}
            label={t("questionnaires.choices.heading")}
            empty={t("questionnaires.choices.no-heading")}
            options={headings}
          />
        )}
        {mayStandAlone && (
          <CheckboxCards name={field("alone")} label={t("questionnaires.choices.alone-codes")} options={source.codes} />
        )}
      </Fold>
    </>
  );
}
