import { Field, type FieldProps } from "./field.tsx";

interface FileInputProps extends FieldProps {
  /** Endings and types, as the browser takes them: ".pdf,.jpg". */
  readonly accept?: string;
  readonly multiple?: boolean;
}

/** The browser's own chooser; the form needs `encType="multipart/form-data"`. */
export function FileInput({ accept, multiple, ...field }: FileInputProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input {...control} type="file" className="input input--file" accept={accept} multiple={multiple} />
      )}
    </Field>
  );
}
