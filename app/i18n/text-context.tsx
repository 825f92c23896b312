import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Messages } from "./catalogue.ts";
import type { Locale } from "./locales.ts";
import { overheard, type Text, textOf } from "./text.tsx";

const TextContext = createContext<Text | null>(null);

interface TextProviderProps {
  readonly locale: Locale;
  readonly messages: Messages;
  /** Hears each key that is drawn. */
  readonly onUse?: ((key: string) => void) | undefined;
  readonly children: ReactNode;
}

/** Gives a page its words. */
export function TextProvider({ locale, messages, onUse, children }: TextProviderProps) {
  const text = useMemo(() => {
    const plain = textOf(locale, messages);
    return onUse ? overheard(plain, onUse) : plain;
  }, [locale, messages, onUse]);
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>;
}

/** `const t = useText(); t("report.task.title")` */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error("useText needs a TextProvider above it");
  return text;
}

export function useLocale(): Locale {
  return useText().locale;
}
