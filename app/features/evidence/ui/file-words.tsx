import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import { type FileRow, isShown } from "#app/features/evidence/file-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** PDF, 1.2 MB. */
export function KindAndSize({ kind, sizeBytes }: { readonly kind: string; readonly sizeBytes: number }) {
  const t = useText();
  const { bytes } = useFormats();
  return t("evidence.kind", { kind: kind.toUpperCase(), size: bytes(sizeBytes) });
}

const TONES = { both: "glacier", original: "amber", copy: "plain", neither: "quiet" } as const satisfies Record<
  string,
  TagTone
>;

/** Which halves there are. */
export function FileStateTag({ file: { copy, hasOriginal } }: { readonly file: FileRow }) {
  const t = useText();
  const withOriginal = isShown(copy) ? "both" : "original";
  const without = isShown(copy) ? "copy" : "neither";
  const state = hasOriginal ? withOriginal : without;
  return <Tag tone={TONES[state]}>{t(`evidence.state.${state}`)}</Tag>;
}

/** What the clean copy leaves out, or why there is none: a plain sentence for each. */
export function CopyReport({ copy }: { readonly copy: FileRow["copy"] }) {
  const t = useText();
  if (!isShown(copy))
    return (
      <p>
        {t("evidence.copy.none")} {t(`evidence.none.${copy.none}`)}
      </p>
    );
  if (copy.removed.length === 0) return <p>{t("evidence.copy.nothing")}</p>;
  return (
    <>
      <p>{t("evidence.copy.removed")}</p>
      <ul>
        {copy.removed.map((code) => (
          <li key={code}>{t(`evidence.removed.${code}`)}</li>
        ))}
      </ul>
    </>
  );
}
