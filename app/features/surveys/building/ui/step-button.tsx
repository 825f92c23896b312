interface StepButtonProps {
  readonly name: string;
  readonly value: string;
  readonly sign: string;
  readonly words: string;
}

/** A small button beside a part: up, down, away. The sign is for eyes, the words for everybody. */
export function StepButton({ name, value, sign, words }: StepButtonProps) {
  return (
    <button className="outline__step" type="submit" name={name} value={value} aria-label={words} title={words}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
