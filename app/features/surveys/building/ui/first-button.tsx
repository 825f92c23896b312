interface FirstButtonProps {
  readonly name: string;
  readonly value: string;
}

/** Enter presses the first button of a form: one that nobody sees says which act that is. */
export function FirstButton(native: FirstButtonProps) {
  return <button className="visually-hidden" type="submit" tabIndex={-1} aria-hidden="true" {...native} />;
}
