import { Heading } from "./heading.tsx";

/** One key and what it does; with an address it leads there, to another page or to a field of this one. */
export interface Key {
  readonly key: string;
  readonly does: string;
  readonly href?: string;
}

interface KeyHelpProps {
  readonly keys: readonly Key[];
  readonly title: string;
  readonly close: string;
  /** where they are explained and turned off */
  readonly more: { readonly href: string; readonly label: string };
}

/**
 * The keys of a page: a dialog that the key "?" opens. It is the only list of keys, so that none works that is not
 * explained; the script that listens comes with the document (`keys` of the page's handle). Without scripts nothing is shown.
 */
export function KeyHelp({ keys, title, close, more }: KeyHelpProps) {
  return (
    <dialog data-keys-help aria-labelledby="keys-help" className="keys-help">
      <Heading level={2} id="keys-help">
        {title}
      </Heading>
      <KeyList keys={keys} />
      <p>
        <a href={more.href}>{more.label}</a>
      </p>
      <button type="button" className="button button--secondary" data-keys-close>
        {close}
      </button>
    </dialog>
  );
}

export function KeyList({ keys }: Pick<KeyHelpProps, "keys">) {
  return (
    <dl className="keys">
      {keys.map(({ key, does, href }) => (
        <div key={key}>
          <dt>
            <kbd dir="ltr">{key}</kbd>
          </dt>
          <dd>
            {href ? (
              <a href={href} data-key={key}>
                {does}
              </a>
            ) : (
              <span data-key={key}>{does}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
