import { useText } from "#app/i18n/text-context.tsx";

interface WhenProps {
  /** null or empty: always, which needs no word */
  readonly words: string | null;
  readonly isEnd?: boolean;
}

/** When something is asked, or where a survey ends early. */
export function When({ words, isEnd = false }: WhenProps) {
  const t = useText();
  if (!words) return null;
  return (
    <p className="outline__when">
      {t(isEnd ? "questionnaires.condition.ends-when" : "questionnaires.condition.asked-when", { words })}
    </p>
  );
}
