/** A reference as it is typed, left to right in every language; one press marks all of it. */
export function Written({ text }: { readonly text: string }) {
  return (
    <code dir="ltr" className="written">
      {text}
    </code>
  );
}
