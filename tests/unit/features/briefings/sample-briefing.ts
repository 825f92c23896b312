import type { BriefingDraft, BriefingText } from "#app/features/briefings/briefing.ts";
import { contributorsOf } from "#app/features/briefings/figures/contributors.ts";
import type { CountedRow } from "#app/features/briefings/figures/counted-row.ts";
import { type CodeLists, codesOf, type Dimension, type LabelOf } from "#app/features/briefings/figures/dimensions.ts";
import { measureDays } from "#app/features/briefings/figures/measure-days.server.ts";
import type { ProtectedRelease, ProtectedTable } from "#app/features/briefings/figures/protected-release.ts";
import { ALL, NOT_SAID } from "#app/features/briefings/figures/release-specification.ts";
import { type TableChoice, tableIdOf } from "#app/features/briefings/figures/table-choice.ts";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { publishedBriefing } from "#app/features/briefings/published/published-briefing.ts";
import type { PublishedBriefing } from "#app/features/briefings/published/published-text.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";

/** Invented organisations, spread over the codes of every dimension so that some rows are full, some thin and some empty. */
export function sampleRows(organisations = 83): CountedRow[] {
  return Array.from({ length: organisations }, (_, number) => ({
    organisationKey: `organisation ${number}`,
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

export const LISTS: CodeLists = { measures: ["us_eo_14203", "none_or_unknown"], lastYear: 2026 };

const tableOf = (...dimensions: Dimension[]): TableChoice => ({ measure: "organisations", dimensions, where: null });
export const sampleTables: readonly TableChoice[] = [
  ...sampleDimensions.map((dimension) => tableOf(dimension)),
  tableOf("incident_group", "affected_region"),
];
/** The id of the sample's table by these dimensions. */
export const by = (...dimensions: Dimension[]): string => tableIdOf(tableOf(...dimensions));

/** Two codes an organisation, thinner towards the end of the list. */
function spread(dimension: Dimension, number: number, place: number): string[] {
  const codes = codesOf(dimension, LISTS);
  const at = (seed: number) =>
    codes[Math.floor((((seed * 7919 + place * 104729) % 1009) ** 2 / 1009 ** 2) * codes.length)] ?? "";
  return [...new Set([at(number + 1), at(number * 3 + 2)])];
}

/** Rounded, and empty under five: what tables look like, without the search that protects real ones. */
export function sampleRelease(): ProtectedRelease {
  return {
    population: { kind: "rounded", organisations: 85 },
    tables: sampleTables.map(sampleTable),
    leftOut: [{ choice: tableOf("outcome"), reason: "nothing-left" }],
    leaks: [],
    coverage: "all_teams",
    certificate: null,
  };
}

function sampleTable({ measure, dimensions, where }: TableChoice): ProtectedTable {
  const rows = sampleRows();
  const axes = dimensions.map((dimension) => [ALL, ...codesOf(dimension, LISTS), NOT_SAID]);
  const places = axes.reduce<string[][]>(
    (all, axis) => all.flatMap((place) => axis.map((code) => [...place, code])),
    [[]],
  );
  const cells = places.map((codes) => {
    const { size } = contributorsOf(rows, { dimensions, where }, { codes, value: null }, LISTS);
    return { codes, value: size > 0 && size < 5 ? null : Math.round(size / 5) * 5 };
  });
  return { id: tableIdOf({ measure, dimensions, where }), measure, dimensions, where, cells };
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
    time_and_money: words,
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
      figures: [
        { table: by("incident_group"), codes: ["account"] },
        { table: by("incident_group"), codes: ["payment"] },
        { table: by("consequence"), codes: ["staff_unpaid"] },
        { table: by("incident_group", "affected_region"), codes: ["account", "africa"] },
      ],
    },
    texts: { en: sampleText("en"), fr: sampleText("fr"), es: sampleText("es"), ar: sampleText("ar") },
    asks: [
      { code: "EU1", evidence: [by("institution_type"), by("stated_reason")], dueOn: "2026-12-01" },
      { code: "RB2", evidence: [by("stated_reason")], dueOn: null },
      { code: "SP4", evidence: [by("institution_type"), by("incident_group")], dueOn: null },
      { code: "SP1", evidence: [by("severity")], dueOn: null },
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

export function publishedFrom(
  draft: BriefingDraft,
  labelOf: LabelOf,
  release: ProtectedRelease = sampleRelease(),
): PublishedBriefing {
  const tools = { textFor, labelOf, drawChart, measureDays };
  return publishedBriefing(draft, release, { slug: "asp25", releasedOn: "2026-11-14" }, tools);
}
