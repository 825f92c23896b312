import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import type { MessageFile } from "#app/features/messages/message-file.ts";
import { useText } from "#app/i18n/text-context.tsx";

/** Which files of the case a message is about. Files come in by their own page, so that each is told of by itself. */
export function MessageFilesField({ files }: { readonly files: readonly MessageFile[] }) {
  const t = useText();
  if (files.length === 0) return null;
  return (
    <CheckboxCards
      name="files"
      label={t("messages.files.label")}
      optional
      options={files.map(({ fileId, name }) => ({ value: fileId, label: <bdi>{name}</bdi> }))}
      fold={{ after: 3, label: t("messages.files.all", { count: files.length }) }}
    />
  );
}

/** The files that a message names, each with the way to it; one that is not the case's is not there. */
export function NamedFiles({
  ids,
  files,
}: {
  readonly ids: readonly string[];
  readonly files: readonly MessageFile[];
}) {
  const t = useText();
  const named = files.filter(({ fileId }) => ids.includes(fileId));
  if (named.length === 0) return null;
  return (
    <>
      <p className="note">{t("messages.files.about")}</p>
      <ul>
        {named.map(({ fileId, name, href }) => (
          <li key={fileId}>
            <a href={href}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
