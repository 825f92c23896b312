import { ChoiceList } from "#app/design-system/forms/choice-list.tsx";
import { useField } from "#app/design-system/forms/form-context.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { countryField } from "#app/features/surveys/answering/field-names.ts";
import { useText } from "#app/i18n/text-context.tsx";
import type { QuestionProps } from "./question-props.ts";
import { SeveralFields } from "./several-fields.tsx";

/** Regions to tick, and as many lists of countries as may be named. */
export function PlacesFields({ question, language }: QuestionProps) {
  const t = useText();
  const { values } = useField(question.name);
  const countries = Array.from({ length: question.places }, (_, at) => at + 1);
  const options = question.countries.map(({ value, label }) => ({ value, label }));
  return (
    <SeveralFields question={question} language={language}>
      <ChoiceList type="checkbox" name={question.name} options={question.options} chosen={values} />
      {countries.length > 0 && <p className="hint">{t("surveys.form.countries")}</p>}
      {countries.map((place) => (
        <Select
          key={place}
          name={countryField(question.name, place)}
          label={t("surveys.form.country", { place })}
          options={options}
          empty={t("surveys.form.no-country")}
          size="medium"
        />
      ))}
    </SeveralFields>
  );
}
