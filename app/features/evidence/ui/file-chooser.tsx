import { FileInput } from "#app/design-system/forms/file-input.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { FILE_KINDS } from "#app/platform/sanitiser/file-kinds.ts";

const ACCEPTED = [...FILE_KINDS, "jpeg"].map((kind) => `.${kind}`).join(",");

/** Files for a case. It stands last among the fields of its form: the gate decides on what comes before it. */
export function FileChooser({ name, label, optional }: { name: string; label: string; optional?: boolean }) {
  const t = useText();
  return (
    <FileInput
      name={name}
      label={label}
      hint={t("evidence.add.hint")}
      accept={ACCEPTED}
      multiple
      {...(optional && { optional })}
    />
  );
}
