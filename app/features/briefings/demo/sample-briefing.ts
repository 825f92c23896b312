import type { AskChoice, BriefingText, Specification } from "#app/features/briefings/briefing.ts";
import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import { STANDARD_TABLES, tableIdOf } from "#app/features/briefings/figures/table-choice.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Sample } from "./sample.ts";

/** What the sample briefing asks the figures for. */
export const SAMPLE_SPECIFICATION: Specification = {
  session: "ASP24",
  tlp: "tlp_clear",
  locales: ["en", "fr", "es", "ar"],
  figures: [],
};

const byOrganisation = (...dimensions: Dimension[]) => tableIdOf({ measure: "organisations", dimensions, where: null });
const WHAT = byOrganisation("incident_type");
const WHO = byOrganisation("institution_type");
const LED_TO = byOrganisation("consequence");

/** Cells to show in large type, as far as they may be shown. */
const WANTED_FIGURES: Specification["figures"] = [
  { table: WHO, codes: ["commercial_bank"] },
  { table: WHAT, codes: ["account"] },
  { table: WHAT, codes: ["payment"] },
];

const WANTED_ASKS: readonly AskChoice[] = [
  { code: "SP2", evidence: [WHAT, LED_TO], dueOn: null, figure: { table: WHAT, codes: ["account"] } },
  { code: "SP4", evidence: [WHO, WHAT], dueOn: null },
  { code: "EU1", evidence: [byOrganisation("measure")], dueOn: null },
  {
    code: "RB2",
    evidence: [WHO, byOrganisation("stated_reason")],
    dueOn: null,
    figure: { table: WHO, codes: ["commercial_bank"] },
  },
  { code: "DN1", evidence: [LED_TO], dueOn: null },
  { code: "SV1", evidence: [WHAT], dueOn: null },
  { code: "AB1", evidence: [byOrganisation("severity")], dueOn: null },
];

/**
 * True of the public incidents in `prisma/seed/public-incidents.csv`, and of nothing else: every comparison in it can be
 * read off a released table, and no number stands in it.
 */
export const SAMPLE_TEXTS: Record<Locale, BriefingText> = {
  en: {
    title: "Turned away: what sanctions do far from their targets",
    claim: "Bank accounts are closed and payments stop, also for people and organisations that stand on no list.",
    sections: {
      who_answered:
        "This first briefing rests on public material alone: press reports, court decisions, surveys and statements. No confidential report was used for it. It looks at the measures against the Court and, beside them, at what sanctions on whole countries have done to charities and solidarity groups over the years, because banks answered both in the same way.\n\nMost of those who were hit live or work in Western European and other States of that group, where most of this material was published. That tells where people could speak in public. It does not tell where the harm is greatest.",
      what_happened:
        "The account at the bank comes first: refused, frozen, closed, or about to be. Payments follow: turned down, sent back, or held without an end in sight. Then come cards, payment services and pages that collect donations.\n\nWhere a measure is named, it is most often the United States order against the Court or a United States programme against a whole country. Most of what happened was judged to be of high severity by those who entered it.",
      who_refused:
        "Commercial banks stand behind most of it. Platforms that collect donations and State authorities are named much less often.\n\nThe reasons given differ widely, from fear of penalties to a single word in the note of a payment, and some were given no reason. Fear of penalties is given most often.",
      time_and_money:
        "Most of these public reports say neither how long it lasted nor how much money was at stake, and what it cost to find another way is hardly ever told in public. Those who report in confidence are asked for it. Times and amounts are counted in bands, so that no single sum leads to anybody.",
      what_it_does:
        "Those who pay are often the people whom these organisations serve: help does not arrive, or arrives late. Donations stop on their way. Some could no longer reach their own money, and some moved to another provider and began again.",
      what_helped:
        "Complaints and the way to court were tried most often, a change of provider less so. Where an outcome is known at all, most is still open. Some found a way around the problem, and some lost.",
    },
  },
  fr: {
    title: "Éconduits : ce que font les sanctions loin de leurs cibles",
    claim:
      "Des comptes sont fermés et des paiements bloqués, y compris pour des personnes et des organisations qui ne figurent sur aucune liste.",
    sections: {
      who_answered:
        "Cette première note repose uniquement sur des sources publiques : presse, décisions de justice, enquêtes et déclarations. Aucun témoignage confidentiel n’a été utilisé. Elle porte sur les mesures prises contre la Cour et, à côté d’elles, sur ce que des sanctions visant des pays entiers ont fait, au fil des ans, à des associations caritatives et à des groupes de solidarité, parce que les banques ont réagi de la même façon.\n\nLa plupart des personnes touchées vivent ou travaillent dans des États d’Europe occidentale et autres États de ce groupe, où la plupart de ces sources ont été publiées. Cela dit où l’on a pu parler en public, et non où le tort est le plus grand.",
      what_happened:
        "Le compte bancaire vient en premier : refusé, gelé, fermé ou sur le point de l’être. Viennent ensuite les paiements : rejetés, renvoyés ou retenus sans terme connu. Puis les cartes, les services de paiement et les pages de collecte de dons.\n\nLorsqu’une mesure est citée, il s’agit le plus souvent du décret des États-Unis contre la Cour ou d’un programme des États-Unis visant un pays entier. La plupart des faits ont été jugés d’une gravité élevée par celles et ceux qui les ont saisis.",
      who_refused:
        "Des banques commerciales sont à l’origine de la plupart de ces décisions. Les plateformes de collecte et les autorités publiques sont citées bien moins souvent.\n\nLes motifs donnés sont très divers, de la crainte d’une amende à un seul mot dans le libellé d’un virement, et certains n’ont reçu aucun motif. Le plus souvent, c’est la crainte d’une sanction qui est invoquée.",
      time_and_money:
        "La plupart de ces sources publiques ne disent ni combien de temps cela a duré, ni quelle somme était en jeu, et le prix d’une autre solution n’y est presque jamais indiqué. La question est posée à celles et ceux qui témoignent en confiance. Les durées et les montants sont comptés par tranches, afin qu’aucune somme ne mène à quelqu’un.",
      what_it_does:
        "Ceux qui en paient le prix sont souvent les personnes que ces organisations soutiennent : l’aide n’arrive pas, ou arrive tard. Des dons s’arrêtent en chemin. Certains n’avaient plus accès à leur propre argent, d’autres ont changé de prestataire et tout recommencé.",
      what_helped:
        "Les réclamations et la voie judiciaire ont été tentées le plus souvent, le changement de prestataire moins. Lorsque l’issue est connue, la plupart des affaires restent ouvertes. Certains ont trouvé un autre chemin, d’autres ont perdu.",
    },
  },
  es: {
    title: "Rechazados: lo que hacen las sanciones lejos de su objetivo",
    claim:
      "Se cierran cuentas bancarias y se detienen pagos, también de personas y organizaciones que no figuran en ninguna lista.",
    sections: {
      who_answered:
        "Este primer informe se basa solo en material público: prensa, decisiones judiciales, encuestas y declaraciones. No se utilizó ningún testimonio confidencial. Trata de las medidas contra la Corte y, junto a ellas, de lo que las sanciones contra países enteros han hecho durante años a organizaciones benéficas y grupos de solidaridad, porque los bancos respondieron igual en ambos casos.\n\nLa mayoría de las personas afectadas vive o trabaja en Estados de Europa Occidental y otros Estados de ese grupo, donde se publicó la mayor parte del material. Eso dice dónde se pudo hablar en público, no dónde es mayor el daño.",
      what_happened:
        "La cuenta bancaria está en primer lugar: denegada, congelada, cerrada o a punto de serlo. Le siguen los pagos: rechazados, devueltos o retenidos sin fin a la vista. Después vienen las tarjetas, los servicios de pago y las páginas de recaudación.\n\nCuando se cita una medida, suele ser la orden de Estados Unidos contra la Corte o un programa de Estados Unidos contra un país entero. La mayor parte de lo ocurrido fue considerada de gravedad alta por quienes lo registraron.",
      who_refused:
        "Detrás de la mayor parte están los bancos comerciales. Las plataformas de recaudación y las autoridades se citan con mucha menos frecuencia.\n\nLos motivos son muy distintos, desde el temor a una multa hasta una sola palabra en el concepto de un pago, y a algunos no se les dio ninguno. El que más se da es el miedo a una sanción.",
      time_and_money:
        "La mayor parte de este material público no dice cuánto duró ni cuánto dinero estaba en juego, y lo que costó encontrar otra vía casi nunca se cuenta en público. A quienes informan de forma confidencial sí se les pregunta. Los plazos y las cantidades se cuentan por tramos, para que ninguna suma lleve hasta nadie.",
      what_it_does:
        "A menudo lo pagan las personas a las que sirven estas organizaciones: la ayuda no llega o llega tarde. Las donaciones se detienen en el camino. Algunos ya no pudieron disponer de su propio dinero, y otros cambiaron de proveedor y empezaron de nuevo.",
      what_helped:
        "Lo que más se intentó fueron las quejas y la vía judicial; cambiar de proveedor, menos. Cuando se conoce el resultado, la mayoría de los casos sigue abierta. Algunos encontraron otra vía y otros perdieron.",
    },
  },
  ar: {
    title: "أبواب موصدة: ما تفعله العقوبات بعيدا عن أهدافها",
    claim: "تُغلق حسابات مصرفية وتتوقف مدفوعات، حتى لأشخاص ومنظمات لا ترد أسماؤهم في أي قائمة.",
    sections: {
      who_answered:
        "تستند هذه الإحاطة الأولى إلى مواد علنية وحدها: تقارير صحفية وأحكام قضائية ودراسات وتصريحات. ولم يُستخدم فيها أي بلاغ سري. وهي تتناول التدابير المتخذة ضد المحكمة، وإلى جانبها ما فعلته على مر السنين عقوبات على دول بأكملها بجمعيات خيرية وجماعات تضامن، لأن المصارف تصرفت في الحالتين بالطريقة نفسها.\n\nومعظم المتضررين يعيشون أو يعملون في دول أوروبا الغربية والدول الأخرى في مجموعتها، حيث نُشر معظم هذه المواد. وهذا يدل على المكان الذي أمكن فيه الكلام علنا، لا على المكان الذي يقع فيه أكبر الضرر.",
      what_happened:
        "الحساب المصرفي في المقدمة: مرفوض أو مجمد أو مغلق أو على وشك الإغلاق. وتليه المدفوعات: مرفوضة أو معادة أو محتجزة إلى أجل غير معلوم. ثم تأتي البطاقات وخدمات الدفع وصفحات جمع التبرعات.\n\nوحيث يُذكر تدبير بعينه، فهو في الغالب الأمر الأمريكي ضد المحكمة أو برنامج أمريكي ضد دولة بأكملها. وقد قُدّر معظم ما حدث بأنه عالي الخطورة وفق من سجّلوه.",
      who_refused:
        "تقف المصارف التجارية وراء معظم ذلك. أما منصات جمع التبرعات وسلطات الدول فتُذكر أقل من ذلك بكثير.\n\nوالأسباب المعطاة شديدة التباين، من الخوف من العقوبات إلى كلمة واحدة في بيان دفعة، ولم يُعط بعضهم أي سبب. وأكثرها ورودا الخوف من العقوبات.",
      time_and_money:
        "معظم هذه المواد العلنية لا يذكر كم دام الأمر ولا كم بلغ المال المعني، ونادرا ما يُذكر علنا ما كلّفه إيجاد طريق آخر. أما من يبلّغون سرا فيُسألون عن ذلك. وتُحسب المدد والمبالغ ضمن فئات حتى لا يدل أي مبلغ على أحد.",
      what_it_does:
        "كثيرا ما يدفع الثمن من تخدمهم هذه المنظمات: لا تصل المساعدة أو تصل متأخرة. وتتوقف التبرعات في طريقها. ولم يعد بعضهم قادرا على الوصول إلى ماله، وانتقل آخرون إلى مزود آخر وبدأوا من جديد.",
      what_helped:
        "كانت الشكاوى واللجوء إلى القضاء أكثر ما جُرّب، وتغيير المزود أقل من ذلك. وحيث تُعرف النتيجة، فإن معظم الحالات لا يزال مفتوحا. ووجد بعضهم طريقا آخر، وخسر آخرون.",
    },
  },
};

/** The first briefing of the demonstration. */
export const SAMPLE: Sample = {
  specification: SAMPLE_SPECIFICATION,
  tables: STANDARD_TABLES,
  texts: SAMPLE_TEXTS,
  figures: WANTED_FIGURES,
  asks: WANTED_ASKS,
};
