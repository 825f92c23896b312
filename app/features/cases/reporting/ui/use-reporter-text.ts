import { useFrame } from "#app/design-system/frame.tsx";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

type Values = Readonly<Record<string, string | number>>;

/**
 * The words of a reporter's pages. Whoever holds a receipt has no organisation that reads along and no account to sign in
 * to: where a text speaks of one, `receipt.instead` has another below the same key.
 */
export function useReporterText(): (key: MessageKey, values?: Values) => string {
  const t = useText();
  const isReceipt = useIsReceipt();
  return (key, values) => {
    const own = `receipt.instead.${key}`;
    return t.dynamic(isReceipt && t.has(own) ? own : key, values);
  };
}

/** The way back to the list of reports; a receipt has one report and no list. */
export function useListBack(label: MessageKey = "reports.back") {
  const t = useText();
  return useIsReceipt() ? {} : { back: { href: paths.reports(), label: t(label) } };
}

export function useIsReceipt(): boolean {
  return useFrame().viewer?.role === "receipt";
}
