import type { Text } from "#app/i18n/text.tsx";

/** "25th session of the Assembly of States Parties", from the code ASP25. */
export function sessionName(code: string, t: Text): string {
  const assembly = /^ASP(\d+)$/.exec(code)?.[1];
  if (assembly) return t("briefings.session.assembly", { number: Number(assembly) });
  const special = /^SPECIAL(\d{4})$/.exec(code)?.[1];
  return special ? t("briefings.session.special", { year: special }) : t("briefings.session.other", { code });
}
