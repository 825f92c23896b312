import type { ProtectedTable } from "#app/features/briefings/figures/protected-release.ts";
import { type NamingFacts, replyDueOn } from "#app/features/briefings/names/naming.ts";
import type { Direction } from "#app/i18n/locales.ts";
import type { LanguageVersion } from "./language-version.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { PublishedReply, PublishedTable } from "./published-text.ts";

/** The replies of all whom a table names, in the order of its rows. */
export function repliesIn(version: LanguageVersion, { cells }: ProtectedTable): Pick<PublishedTable, "replies"> {
  const codes = [...new Set(cells.flatMap((cell) => cell.codes))];
  const replies = codes.flatMap((code) => {
    const facts = version.institutions.get(code);
    return facts ? [replyOf(code, facts, version)] : [];
  });
  return replies.length > 0 ? { replies } : {};
}

function replyOf(code: string, { name, reply, grade }: NamingFacts, { t, formats }: LanguageVersion): PublishedReply {
  const { askedOn, answeredOn, answer } = reply;
  const [asked, due] = [formats.date(askedOn), formats.date(replyDueOn(reply))];
  return {
    ...{ code, name },
    said: answeredOn
      ? t("briefings.names.said", { name, date: formats.date(answeredOn) })
      : t("briefings.names.silent", { name, asked, due }),
    answer: answeredOn ? paragraphsOf(answer) : [],
    direction: directionIn(answer),
    evidence: t(`briefings.names.evidence.${grade}`),
  };
}

/** As its first letter goes: nobody asks an institution in which language it writes. */
function directionIn(words: string): Direction {
  const [first = ""] = /\p{L}/u.exec(words) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first) ? "rtl" : "ltr";
}
