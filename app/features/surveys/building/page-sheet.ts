import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { type End, findPage, type Instrument, type Page } from "#app/features/surveys/instruments/instrument.ts";
import { nameSchema } from "#app/features/surveys/instruments/names.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { NO_QUESTIONNAIRE, wrongFields } from "./building-refusals.ts";
import { textIn, textsIn } from "./form-texts.ts";
import { pageNames } from "./fresh-name.ts";
import { perhapsIn, saidIn } from "./own-words.ts";
import { mapPage } from "./page-edits.ts";

/** Title and introduction of a page in one language, and the name it goes by. */
export function pageFields({ name, title, intro }: Page, locale: Locale): FormValues {
  return { name, title: title[locale] ?? "", intro: intro?.[locale] ?? "" };
}

/** Nothing else names a page, so that a new name changes nothing but itself. */
export function applyPage(
  instrument: Instrument,
  name: string,
  values: FormValues,
  locale: Locale,
): Result<Instrument> {
  const page = findPage(instrument, name);
  if (!page) return refuse(NO_QUESTIONNAIRE);
  const wanted = textIn(values, "name");
  const wrong = { ...nameWrong(instrument, name, wanted), ...textWrong(values, "title") };
  if (Object.keys(wrong).length > 0) return refuse(wrongFields(wrong));
  const { intro: before, ...rest } = page;
  const intro = perhapsIn(before, locale, textIn(values, "intro"));
  const title = saidIn(page.title, locale, textIn(values, "title"));
  return ok(mapPage(instrument, name, () => ({ ...rest, name: wanted, title, ...(intro && { intro }) })));
}

function nameWrong(instrument: Instrument, name: string, wanted: string): Readonly<Record<string, string>> {
  if (!nameSchema.safeParse(wanted).success) return { name: "questionnaires.error.name" };
  return wanted !== name && pageNames(instrument).has(wanted) ? { name: "questionnaires.error.name-taken" } : {};
}

const textWrong = (values: FormValues, field: string): Readonly<Record<string, string>> =>
  textIn(values, field) === "" ? { [field]: "questionnaires.error.text" } : {};

/** The words of an early end, and whether what was answered is sent. */
export function endFields({ words, sends }: End, locale: Locale): FormValues {
  return { words: words[locale] ?? "", sends: sends ? "yes" : "no" };
}

/** Words and sending alone; its condition has fields of its own. */
export function applyEnd(
  instrument: Instrument,
  page: string,
  name: string,
  values: FormValues,
  locale: Locale,
): Result<Instrument> {
  const end = findPage(instrument, page)?.ends?.find((one) => one.name === name);
  if (!end) return refuse(NO_QUESTIONNAIRE);
  const wrong = textWrong(values, "words");
  if (wrong.words) return refuse(wrongFields(wrong));
  const said = {
    ...end,
    words: saidIn(end.words, locale, textIn(values, "words")),
    sends: textIn(values, "sends") !== "no",
  };
  return ok(
    mapPage(instrument, page, (one) => ({ ...one, ends: one.ends?.map((other) => (other === end ? said : other)) })),
  );
}

/** What is said of a questionnaire as a whole, and which languages it speaks; the first is the one that is written in. */
export function wholeFields({ name, title, intro, thanks, languages }: Instrument): FormValues {
  const [locale] = languages;
  return {
    ...{ name, languages, main: locale! },
    title: title[locale!] ?? "",
    intro: intro?.[locale!] ?? "",
    thanks: thanks[locale!] ?? "",
  };
}

/** A language that is taken out keeps its texts: whoever takes it in again finds them. */
export function applyWhole(instrument: Instrument, values: FormValues): Result<Instrument> {
  const written = instrument.languages[0]!;
  const chosen = LOCALES.filter((locale) => textsIn(values, "languages").includes(locale));
  const main = chosen.find((locale) => locale === textIn(values, "main"));
  const name = textIn(values, "name");
  const wrong: Record<string, string> = { ...textWrong(values, "title"), ...textWrong(values, "thanks") };
  if (chosen.length === 0) wrong.languages = "questionnaires.error.languages";
  else if (!main) wrong.main = "questionnaires.error.main-language";
  if (!nameSchema.safeParse(name).success) wrong.name = "questionnaires.error.name";
  if (!main || Object.keys(wrong).length > 0) return refuse(wrongFields(wrong));
  const { intro: before, ...rest } = instrument;
  const intro = perhapsIn(before, written, textIn(values, "intro"));
  return ok({
    ...rest,
    name,
    languages: [main, ...chosen.filter((locale) => locale !== main)],
    title: saidIn(instrument.title, written, textIn(values, "title")),
    thanks: saidIn(instrument.thanks, written, textIn(values, "thanks")),
    ...(intro && { intro }),
  });
}
