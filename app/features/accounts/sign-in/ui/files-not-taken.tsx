import { Notice } from "#app/design-system/content/notice.tsx";
import { useText } from "#app/i18n/text-context.tsx";

/** A browser gives a file once, and nothing but a report can keep it: whoever chose it has to choose it again. */
export function FilesNotTaken({ names }: { readonly names: readonly string[] }) {
  const t = useText();
  if (names.length === 0) return null;
  return (
    <Notice kind="warning" title={t("sign-in.again.files")}>
      <ul>
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
          <li key={at}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
