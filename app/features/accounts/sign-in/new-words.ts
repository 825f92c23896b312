/** Shown once, from the sealed session, after a passphrase was changed or an account recovered. */
export interface NewWords {
  readonly passphrase: string;
  /** null where the sheet stays as it is */
  readonly sheet: string | null;
}
