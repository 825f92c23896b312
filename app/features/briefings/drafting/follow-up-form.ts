import { z } from "zod";
import { ASK_CODES, type AskCode } from "#app/features/briefings/asks.ts";
import {
  ASK_STATES,
  type AskState,
  FOLLOW_UP_LIMITS,
  type FollowedAsk,
  type FollowUp,
} from "#app/features/briefings/follow-up.ts";
import { prose } from "#app/features/briefings/prose.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { recordVersion } from "#app/kernel/record-version.ts";

export const stateField = (code: AskCode) => `state-${code}`;
export const becameField = (code: AskCode, locale: Locale) => `became-${code}-${locale}`;
export const sourceField = (code: AskCode) => `source-${code}`;

const forEach = <Value>(codes: (code: AskCode) => readonly (readonly [string, Value])[]) =>
  Object.fromEntries(ASK_CODES.flatMap(codes)) as Record<string, Value>;

/** What became of each ask; one of which nothing was chosen is not told of. */
export const followUpForm = z
  .object({
    recordVersion,
    /** the release whose asks were on the page */
    slug: z.string().max(40),
    ...forEach((code) => [[stateField(code), z.union([z.literal(""), z.enum(ASK_STATES)]).optional()]]),
    ...forEach((code) => LOCALES.map((locale) => [becameField(code, locale), prose(FOLLOW_UP_LIMITS.text).optional()])),
    ...forEach((code) => [[sourceField(code), prose(FOLLOW_UP_LIMITS.source).optional()]]),
  })
  .transform(({ recordVersion, slug, ...form }) => {
    const fields = form as unknown as Readonly<Record<string, string | undefined>>;
    return { recordVersion, slug, asks: ASK_CODES.flatMap((code) => askIn(fields, code)) };
  });

function askIn(fields: Readonly<Record<string, string | undefined>>, code: AskCode): FollowedAsk[] {
  const state = fields[stateField(code)] as AskState | "" | undefined;
  if (!state) return [];
  const texts = LOCALES.flatMap((locale) => {
    const text = fields[becameField(code, locale)];
    return text ? [[locale, text] as const] : [];
  });
  return [{ code, state, texts: Object.fromEntries(texts), source: fields[sourceField(code)] ?? "" }];
}

/** The fields of the form, filled. */
export function followUpFields(followUp: FollowUp | undefined): Record<string, string> {
  return Object.fromEntries(
    (followUp?.asks ?? []).flatMap(({ code, state, texts, source }) => [
      [stateField(code), state],
      [sourceField(code), source],
      ...LOCALES.map((locale) => [becameField(code, locale), texts[locale] ?? ""]),
    ]),
  );
}
