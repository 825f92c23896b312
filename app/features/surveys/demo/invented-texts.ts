import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { demoRandom } from "#app/kernel/demo-random.ts";

/** What nobody wrote, each in a language of its own: analysts who give codes to texts meet all of them. */
const LOST: readonly string[] = [
  "A shared folder with scanned statements. We had paper copies of about half of them.",
  "Two years of correspondence with a partner; the mailbox was closed before we could export it.",
  "Nos plannings d’équipe et un fichier de suivi. Rien sur les personnes que nous accompagnons.",
  "L’accès à notre outil de traduction, et les glossaires que nous y avions construits.",
  "El registro de llamadas de la oficina y las copias de seguridad del último trimestre.",
  "Nada definitivo: recuperamos los archivos, pero tardamos seis semanas.",
  "فقدنا مجلداً مشتركاً فيه صور وثائق، وكانت لدينا نسخ ورقية من بعضها.",
  "لم نفقد شيئاً في النهاية، لكننا توقفنا عن العمل عليه شهراً كاملاً.",
];

const TO_STATES: readonly string[] = [
  "Nobody told us that we were refused. Payments simply stopped arriving.",
  "Our bank said it was following advice from another bank. There was no one to complain to.",
  "We spend more time on forms for the bank than on the people we were set up to help.",
  "A letter from the ministry saying that our work is lawful opened a door that had been shut for a year.",
  "Une lettre de l’État disant que notre travail est licite aurait tout changé.",
  "Les virements arrivent avec trois mois de retard et les salaires attendent.",
  "Nos bailleurs ont peur, même ceux qui ne risquent rien.",
  "Hay que pedir a los bancos que respondan por escrito y con un plazo.",
  "Hemos dejado de escribir al Tribunal porque no sabemos qué está permitido.",
  "Sin cuenta no hay alquiler, ni abogada, ni traducción.",
  "الخوف من العقوبات أوقف من العمل أكثر مما أوقفته العقوبات نفسها.",
  "نحتاج إلى مصرف واحد في كل بلد يعرف أن عملنا مشروع.",
  "توقف مانحونا عن الرد على رسائلنا ولم يشرح لنا أحد السبب.",
];

const SHARE_WRITING = 0.45;

/** Of the standard questionnaire's open questions; many leave them empty, and several write the same. */
export function inventedTexts(seed: number): Answers {
  // A stream of its own: what is ticked does not depend on what is written.
  const { chance, pick } = demoRandom(seed ^ 0x7e47);
  return {
    ...(chance(SHARE_WRITING) && { q25_text: pick(LOST) }),
    ...(chance(SHARE_WRITING) && { q38: pick(TO_STATES) }),
  };
}

const CHANNEL: Readonly<Record<Locale, { readonly label: string; readonly text: string }>> = {
  en: { label: "If so, by which safe channel?", text: "By telephone at the desk of a partner, on Tuesdays" },
  fr: { label: "Si oui, par quel canal sûr ?", text: "Par l’avocate qui suit notre dossier" },
  es: { label: "En ese caso, ¿por qué canal seguro?", text: "Por carta, a la dirección de otra organización" },
  ar: { label: "إن كان كذلك، فبأي قناة آمنة؟", text: "عبر زميلة في منظمة شريكة" },
};

/** How an organisation that does not exist would be reached, as `responding` hands it over. */
export const inventedContact = (language: Locale) => ({ language, lines: [CHANNEL[language]] });
