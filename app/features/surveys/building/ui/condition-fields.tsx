import { Fold } from "#app/design-system/content/fold.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button } from "#app/design-system/forms/button.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import type { AnswerForm, Verb } from "#app/features/surveys/building/condition-lines.ts";
import type { ConditionPage, DrawnLine } from "#app/features/surveys/building/condition-page.server.ts";
import { lineField } from "#app/features/surveys/building/condition-sheet.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** What can be said of answers of each form. */
const OFFERED: Record<AnswerForm, readonly Verb[]> = {
  one: ["is", "is-not", "answered", "not-answered"],
  several: ["is", "is-not", "answered", "not-answered"],
  rows: ["is", "is-not", "answered", "not-answered"],
  number: ["more-than", "not-more-than", "answered", "not-answered"],
  other: ["answered", "not-answered"],
};

/** A condition as lines: one for each question that it looks at, in groups. Each button saves what was filled in. */
export function ConditionFields({ condition }: { readonly condition: ConditionPage }) {
  const t = useText();
  const { groups, questions, isTooDeep, defaults } = condition;
  const isAnything = groups.some((lines) => lines.length > 0);
  return (
    <>
      {isTooDeep && (
        <Notice kind="warning">
          <p>{t("questionnaires.condition.too-deep-why")}</p>
        </Notice>
      )}
      <input type="hidden" name="lines" value={String(defaults.lines ?? "")} />
      {groups.length > 1 && <JoinSelect name="join" label={t("questionnaires.condition.groups")} />}
      {groups.map((lines, at) => (
        <Group key={String(at)} at={at} lines={lines} questions={questions} isOnly={groups.length === 1} />
      ))}
      {questions.length === 0 && !isAnything && <p>{t("questionnaires.condition.nothing-earlier")}</p>}
      {isAnything && questions.length > 0 && (
        <Fold label={t("questionnaires.condition.another-group")}>
          <AddLine at={groups.length} questions={questions} />
        </Fold>
      )}
    </>
  );
}

function JoinSelect({ name, label }: { readonly name: string; readonly label: string }) {
  const t = useText();
  const options = (["all", "any"] as const).map((value) => ({
    value,
    label: t(`questionnaires.condition.join.${value}`),
  }));
  return <Select name={name} label={label} options={options} size="medium" empty={false} />;
}

interface GroupProps {
  readonly at: number;
  readonly lines: readonly DrawnLine[];
  readonly questions: ConditionPage["questions"];
  readonly isOnly: boolean;
}

function Group({ at, lines, questions, isOnly }: GroupProps) {
  const t = useText();
  return (
    <section>
      {!isOnly && <Heading level={2}>{t("questionnaires.condition.group", { number: at + 1 })}</Heading>}
      {lines.length > 1 && <JoinSelect name={`join-${at}`} label={t("questionnaires.condition.lines")} />}
      {lines.map((line, place) => (
        <LineFields key={`${line.question} ${String(place)}`} line={line} at={at} place={place} />
      ))}
      {questions.length > 0 && <AddLine at={at} questions={questions} />}
    </section>
  );
}

interface LineFieldsProps {
  readonly line: DrawnLine;
  readonly at: number;
  readonly place: number;
}

const MOST_OPEN = 8;

function LineFields({ line: { called, form, answers, rows }, at, place }: LineFieldsProps) {
  const t = useText();
  const field = (what: string) => lineField(what, at, place);
  const fold = (count: number) =>
    count > MOST_OPEN ? { fold: { after: MOST_OPEN, label: t("questionnaires.condition.further") } } : {};
  return (
    <section className="condition-line">
      <div className="source__head">
        <strong>
          <bdi>{called}</bdi>
        </strong>
        <Button name="do" value={`remove-${at}-${place}`} look="quiet">
          {t("common.action.remove")} <span className="visually-hidden">{called}</span>
        </Button>
      </div>
      <Select
        name={field("verb")}
        label={t("questionnaires.condition.verb.label")}
        options={OFFERED[form].map((verb) => ({
          value: verb,
          label: t(`questionnaires.condition.verb.${form}.${verb}` as never),
        }))}
        size="medium"
        empty={false}
      />
      {answers.length > 0 && (
        <CheckboxCards
          name={field("values")}
          label={t("questionnaires.condition.values")}
          options={answers}
          {...fold(answers.length)}
        />
      )}
      {rows.length > 0 && (
        <CheckboxCards
          name={field("rows")}
          label={t("questionnaires.condition.in-rows")}
          hint={t("questionnaires.condition.in-rows-hint")}
          options={rows}
          fold={{ after: 0, label: t("questionnaires.condition.choose-rows", { count: rows.length }) }}
          optional
        />
      )}
      {form === "number" && (
        <TextInput
          name={field("number")}
          label={t("questionnaires.condition.number")}
          size="short"
          inputMode="decimal"
        />
      )}
    </section>
  );
}

interface AddLineProps {
  readonly at: number;
  readonly questions: ConditionPage["questions"];
}

function AddLine({ at, questions }: AddLineProps) {
  const t = useText();
  return (
    <>
      <Select name={`add-${at}`} label={t("questionnaires.condition.add")} options={questions} />
      <Button name="do" value={`add-${at}`} look="secondary">
        {t("questionnaires.condition.add-button")}
      </Button>
    </>
  );
}
