import { STANDARD_TABLES, type TableChoice, withBases } from "#app/features/briefings/figures/table-choice.ts";
import type { Sample } from "./sample.ts";
import { SAMPLE } from "./sample-briefing.ts";

const CELL = {
  all: "{{organisations #}}",
  banks: "{{organisations-by-institution-type:commercial_bank #}}",
  accounts: "{{organisations-by-incident-type:account #}}",
  work: "{{sum-staff-days-by-incident-group:ALL}}",
  payments: "{{organisations-by-incident-type:payment #}}",
  people: "{{organisations-by-consequence:victims #}}",
  inSurvey: "{{survey-q13:_financial,count #}}",
  asked: "{{survey-q13:_financial,_asked}}",
} as const;

/** What happened, as the survey asked it: how many had any financial problem. */
const ASKED_IT = "survey-q13";
const IN_SURVEY = { table: ASKED_IT, codes: ["_financial", "count"] };

/** Whoever may be named has a row of its own in it. */
const NAMED: TableChoice = { measure: "organisations", dimensions: ["institution_named"], where: null };
/** What coping cost, in working days and in money. */
const WORK: TableChoice = { measure: "sum", of: "staff_days", dimensions: ["incident_group"], where: null };
const COST: TableChoice = { measure: "sum", of: "extra_cost_eur", dimensions: ["affected_region"], where: null };

/**
 * What follows a year later, of reports that are invented but for a few. Its numbers are references, so that its words are true of
 * whatever was drawn.
 */
export const SECOND_SAMPLE: Sample = {
  ...SAMPLE,
  specification: { ...SAMPLE.specification, session: "ASP25" },
  // Behind the first ask stands what the survey says of it too.
  asks: SAMPLE.asks.map((ask) =>
    ask.code === "SP2" ? { ...ask, evidence: [...ask.evidence, ASKED_IT], figure: IN_SURVEY } : ask,
  ),
  figures: [{ table: ASKED_IT, codes: ["_financial", "share"] }, ...SAMPLE.figures],
  tables: withBases([...STANDARD_TABLES, NAMED, WORK, COST]),
  became: {
    state: "not_begun",
    texts: {
      en: "In the demonstration nobody has taken a first step.",
      fr: "Dans la démonstration, personne n’a fait un premier pas.",
      es: "En la demostración nadie ha dado un primer paso.",
      ar: "في نسخة العرض لم يقدم أحد على خطوة أولى.",
    },
    source: "",
  },
  texts: {
    en: {
      title: "A year on: still turned away",
      claim:
        "Banks and other providers refuse organisations that stand on no list, and people far from them pay for it.",
      sections: {
        who_answered: `This second briefing of the demonstration counts ${CELL.all}. Nearly all of their reports are invented, the others are public incidents of the past year. No real organisation has told any of this.\n\nNo report that the first briefing counted is counted here again.`,
        what_happened: `Accounts: ${CELL.accounts}. Payments: ${CELL.payments}. One organisation may have met both.\n\nIn the survey ${CELL.inSurvey} of the ${CELL.asked} asked told of at least one financial problem.`,
        who_refused: `In the reports of ${CELL.banks} a commercial bank refused. The reasons are those that were given, not those that stood behind them.`,
        time_and_money: `How long it lasted and how much was at stake is told in bands, so that no single sum leads to anybody. To cope with it, their own people spent ${CELL.work} working days, as far as they told us.`,
        what_it_does: `In the reports of ${CELL.people} those who paid were the people whom the organisations serve.`,
        what_helped:
          "What was tried and what came of it stands in the tables. Many of these reports are young, and their outcome is not known yet.",
      },
    },
    fr: {
      title: "Un an après : toujours éconduits",
      claim:
        "Des banques et d’autres prestataires refusent des organisations qui ne figurent sur aucune liste, et des personnes qui en sont loin en paient le prix.",
      sections: {
        who_answered: `Cette deuxième note de la démonstration porte sur ${CELL.all}. Presque tous leurs signalements sont inventés, les autres sont des faits publics de l’année écoulée. Aucune organisation réelle n’a rien raconté de tout cela.\n\nAucun signalement compté dans la première note ne l’est ici à nouveau.`,
        what_happened: `Comptes : ${CELL.accounts}. Paiements : ${CELL.payments}. Une même organisation a pu connaître les deux.\n\nDans l’enquête, ${CELL.inSurvey} sur les ${CELL.asked} interrogées ont dit avoir eu au moins un problème financier.`,
        who_refused: `Dans les signalements de ${CELL.banks}, c’est une banque commerciale qui a refusé. Les motifs sont ceux qui ont été donnés, non ceux qui étaient en cause.`,
        time_and_money: `La durée et les sommes en jeu sont indiquées par tranches, afin qu’aucun montant ne mène à quelqu’un. Pour y faire face, leurs propres équipes ont passé ${CELL.work} jours de travail, pour autant qu’elles l’aient dit.`,
        what_it_does: `Dans les signalements de ${CELL.people}, ce sont les personnes soutenues par les organisations qui en ont payé le prix.`,
        what_helped:
          "Ce qui a été tenté et ce qui en est sorti figure dans les tableaux. Beaucoup de ces signalements sont récents et leur issue n’est pas encore connue.",
      },
    },
    es: {
      title: "Un año después: siguen siendo rechazados",
      claim:
        "Bancos y otros proveedores rechazan a organizaciones que no figuran en ninguna lista, y lo pagan personas que están lejos de ellas.",
      sections: {
        who_answered: `Este segundo informe de la demostración cuenta ${CELL.all}. Casi todos sus testimonios son inventados y los demás son incidentes públicos del último año. Ninguna organización real ha contado nada de esto.\n\nNingún testimonio contado en el primer informe se cuenta aquí de nuevo.`,
        what_happened: `Cuentas: ${CELL.accounts}. Pagos: ${CELL.payments}. Una misma organización pudo sufrir ambas cosas.\n\nEn la encuesta, ${CELL.inSurvey} de las ${CELL.asked} preguntadas hablaron de al menos un problema financiero.`,
        who_refused: `En los testimonios de ${CELL.banks}, quien rechazó fue un banco comercial. Los motivos son los que se dieron, no los que había detrás.`,
        time_and_money: `La duración y las cantidades en juego se indican por tramos, para que ninguna suma lleve hasta nadie. Para hacerle frente, su propia gente dedicó ${CELL.work} días de trabajo, según lo que nos dijeron.`,
        what_it_does: `En los testimonios de ${CELL.people}, lo pagaron las personas a las que sirven las organizaciones.`,
        what_helped:
          "Lo que se intentó y lo que resultó de ello figura en las tablas. Muchos de estos testimonios son recientes y su resultado aún no se conoce.",
      },
    },
    ar: {
      title: "بعد عام: ما زالت الأبواب موصدة",
      claim: "ترفض مصارف ومزودون آخرون منظمات لا ترد أسماؤها في أي قائمة، ويدفع الثمن أناس بعيدون عنها.",
      sections: {
        who_answered: `تشمل هذه الإحاطة الثانية من نسخة العرض ${CELL.all}. ومعظم بلاغاتها متخيَّل، أما البقية فوقائع علنية من العام الماضي. ولم تروِ أي منظمة حقيقية شيئا من هذا.\n\nولا يُحسب هنا مجددا أي بلاغ حُسب في الإحاطة الأولى.`,
        what_happened: `الحسابات: ${CELL.accounts}. المدفوعات: ${CELL.payments}. وقد تكون المنظمة الواحدة واجهت الأمرين معا.\n\nوفي الاستقصاء ذكرت ${CELL.inSurvey} من أصل ${CELL.asked} سُئلت مشكلة مالية واحدة على الأقل.`,
        who_refused: `في بلاغات ${CELL.banks} كان الرافض مصرفا تجاريا. والأسباب هي تلك التي أُعطيت، لا تلك التي تقف وراءها.`,
        time_and_money: `تُذكر المدد والمبالغ ضمن فئات حتى لا يدل أي مبلغ على أحد. وبلغ عدد أيام العمل التي صرفها موظفوها للتعامل مع ذلك ${CELL.work}، بقدر ما أخبرونا.`,
        what_it_does: `في بلاغات ${CELL.people} دفع الثمن أولئك الذين تخدمهم المنظمات.`,
        what_helped: "ما جُرّب وما نتج عنه مذكور في الجداول. وكثير من هذه البلاغات حديث العهد، ولم تُعرف نتيجته بعد.",
      },
    },
  },
};
