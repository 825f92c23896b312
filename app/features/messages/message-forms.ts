import { z } from "zod";
import { reporterText } from "#app/features/cases/reporting/own-case-forms.ts";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { isId } from "#app/kernel/id.ts";
import { ticked } from "#app/kernel/ticked.ts";
import { MESSAGE_MAX } from "./message.ts";
import { MESSAGE_TEMPLATES, type MessageTemplate, TEMPLATE_BUTTON } from "./message-templates.ts";

/** Of the last message on the page. A page that says nothing sensible has shown nothing. */
const seenAt = z.iso.datetime().nullable().catch(null);

const MOST_FILES = 20;

/** What is no file of the case is never drawn. */
const files = ticked(z.string().refine(isId), MOST_FILES);

export const readForm = z.object({ seenAt });

export const reporterMessageForm = z.intersection(reporterText("messages.form.required"), z.object({ seenAt, files }));

interface TeamForm {
  readonly text: string;
  readonly [TEMPLATE_BUTTON]?: MessageTemplate | undefined;
  readonly language?: Locale | undefined;
}

/** Where a template's button was pressed nothing is sent, and whatever is typed is taken as it is. */
export const teamMessageForm = z
  .object({
    text: z.string().default(""),
    asks: z
      .string()
      .optional()
      .transform((asks) => asks === "yes"),
    [TEMPLATE_BUTTON]: z.enum(MESSAGE_TEMPLATES).optional(),
    language: z.enum(LOCALES).optional().catch(undefined),
    seenAt,
    files,
  })
  .superRefine((form, context) => {
    for (const [field, message] of wrongIn(form)) context.addIssue({ code: "custom", path: [field], message });
  })
  .transform((form) => (form[TEMPLATE_BUTTON] ? form : { ...form, text: form.text.trim() }));

function wrongIn({ text, language, [TEMPLATE_BUTTON]: template }: TeamForm): [field: string, message: MessageKey][] {
  if (template) return language ? [] : [["language", "messages.template.language-required"]];
  if (text.trim() === "") return [["text", "messages.form.required"]];
  return text.length > MESSAGE_MAX ? [["text", "refusal.form.too-long"]] : [];
}
