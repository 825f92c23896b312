import type { BriefingDraft, BriefingText } from "#app/features/briefings/briefing.ts";
import { codesOf, type Dimension, type LabelOf } from "#app/features/briefings/figures/dimensions.ts";
import {
  type CountedRow,
  type FirstRelease,
  firstReleaseTables,
  type TableRequest,
} from "#app/features/briefings/figures/first-release-tables.ts";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { publishedBriefing } from "#app/features/briefings/published/published-briefing.ts";
import type { PublishedBriefing } from "#app/features/briefings/published/published-text.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";

/** Invented organisations, spread over the codes of every dimension so that some rows are full, some thin and some empty. */
export function sampleRows(organisations = 83): CountedRow[] {
  return Array.from({ length: organisations }, (_, number) => ({
    organisationKey: `organisation ${number}`,
    countable: true,
    codes: Object.fromEntries(
      sampleDimensions.map((dimension, place) => [dimension, spread(dimension, number, place)]),
    ),
  }));
}

export const sampleDimensions: readonly Dimension[] = [
  "affected_region",
  "affected_type",
  "incident_group",
  "severity",
  "institution_type",
  "stated_reason",
  "consequence",
  "remedy",
];

const MEASURES = ["us_eo_14203", "none_or_unknown"];
export const sampleRequests: readonly TableRequest[] = sampleDimensions.map((dimension) => ({
  dimension,
  codes: codesOf(dimension, MEASURES),
}));

/** Two codes an organisation, thinner towards the end of the list. */
function spread(dimension: Dimension, number: number, place: number): string[] {
  const codes = codesOf(dimension, MEASURES);
  const at = (seed: number) =>
    codes[Math.floor((((seed * 7919 + place * 104729) % 1009) ** 2 / 1009 ** 2) * codes.length)] ?? "";
  return [...new Set([at(number + 1), at(number * 3 + 2)])];
}

export function sampleRelease(): FirstRelease {
  return firstReleaseTables(sampleRows(), sampleRequests);
}

const LONG: Record<Locale, string> = {
  en: "Banks close accounts, payments stop on their way, and suppliers end contracts although no sanction binds them. Those who document crimes and stand by victims lose the ground they work on.\n\nMany were told nothing in writing. Some learned only when a card was refused at a counter.",
  fr: "Des banques ferment des comptes, des paiements s’arrêtent en route et des fournisseurs mettent fin à des contrats alors qu’aucune sanction ne les y oblige. Celles et ceux qui documentent les crimes et accompagnent les victimes perdent leur base de travail.\n\nBeaucoup n’ont rien reçu par écrit.",
  es: "Los bancos cierran cuentas, los pagos se detienen por el camino y los proveedores rescinden contratos aunque ninguna sanción los obligue. Quienes documentan crímenes y acompañan a las víctimas pierden la base de su trabajo.\n\nMuchos no recibieron nada por escrito.",
  ar: "تغلق المصارف حسابات، وتتوقف المدفوعات في طريقها، وينهي الموردون عقودا مع أن أي عقوبة لا تلزمهم بذلك. ومن يوثقون الجرائم ويقفون إلى جانب الضحايا يفقدون الأرض التي يعملون عليها.\n\nولم يتلق كثيرون أي سبب مكتوب، ومنهم من كان يستخدم تحويلات SEPA منذ سنوات.",
};
const TITLES: Record<Locale, readonly [string, string]> = {
  en: [
    "Refused without reason: a year of over-compliance",
    "Institutions that no sanction binds refuse those who work with the Court, and rarely say why.",
  ],
  fr: [
    "Refusés sans motif : une année d’excès de conformité",
    "Des institutions qu’aucune sanction n’oblige refusent de servir celles et ceux qui travaillent avec la Cour, et disent rarement pourquoi.",
  ],
  es: [
    "Rechazados sin motivo: un año de exceso de cumplimiento",
    "Instituciones a las que ninguna sanción obliga rechazan a quienes trabajan con la Corte, y rara vez dicen por qué.",
  ],
  ar: [
    "رفض بلا سبب: عام من الإفراط في الامتثال",
    "مؤسسات لا تلزمها أي عقوبة ترفض من يعملون مع المحكمة، ونادرا ما تقول لماذا.",
  ],
};

function sampleText(locale: Locale): BriefingText {
  const [title, claim] = TITLES[locale];
  const words = LONG[locale];
  const sections = {
    who_answered: words,
    what_happened: words,
    who_refused: words,
    what_it_does: words,
    what_helped: words,
  };
  return { title, claim, sections };
}

export function sampleDraft(overrides: Partial<BriefingDraft> = {}): BriefingDraft {
  return {
    specification: {
      session: "ASP25",
      tlp: "tlp_clear",
      locales: ["en", "fr", "es", "ar"],
      dimensions: [...sampleDimensions],
      figures: [
        { dimension: "incident_group", code: "account" },
        { dimension: "incident_group", code: "payment" },
        { dimension: "consequence", code: "staff_unpaid" },
        { dimension: "severity", code: "high" },
      ],
    },
    texts: { en: sampleText("en"), fr: sampleText("fr"), es: sampleText("es"), ar: sampleText("ar") },
    asks: [
      { code: "EU1", evidence: ["institution_type", "stated_reason"], dueOn: "2026-12-01" },
      { code: "RB2", evidence: ["stated_reason"], dueOn: null },
      { code: "SP4", evidence: ["institution_type", "incident_group"], dueOn: null },
      { code: "SP1", evidence: ["severity"], dueOn: null },
    ],
    ...overrides,
  };
}

export const sampleLabelOf: LabelOf = (_list, code, locale) => `${code} in ${locale}`;

/** Frozen once for all tests of a file: it draws a chart a table and language. */
export function published(): PublishedBriefing {
  frozen ??= publishedFrom(sampleDraft(), sampleLabelOf);
  return frozen;
}
let frozen: PublishedBriefing | undefined;

export function publishedFrom(draft: BriefingDraft, labelOf: LabelOf): PublishedBriefing {
  const tools = { textFor, labelOf, drawChart };
  return publishedBriefing(draft, sampleRelease(), { slug: "asp25", releasedOn: "2026-11-14" }, tools);
}
