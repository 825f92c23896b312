import type { ReactNode } from "react";

/** `danger` only where something is lost for good. */
export type ButtonLook = "primary" | "secondary" | "danger" | "quiet";

interface ButtonProps {
  readonly look?: ButtonLook;
  /** Tells the action which button was pressed. */
  readonly name?: string;
  readonly value?: string;
  readonly type?: "submit" | "button";
  /** Sends the surrounding form to another address. */
  readonly formAction?: string;
  /** Sends it in this form: without its files, where it is no multipart one. */
  readonly formEncType?: string;
  readonly children: ReactNode;
}

export function Button({ look = "primary", type = "submit", children, ...native }: ButtonProps) {
  return (
    <button type={type} className={`button button--${look}`} {...native}>
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly href: string;
  readonly look?: ButtonLook;
  readonly download?: boolean;
  readonly children: ReactNode;
}

/** A link that begins something. Looks like a button, stays a link. */
export function ButtonLink({ href, look = "primary", download, children }: ButtonLinkProps) {
  return (
    <a className={`button button--${look}`} href={href} download={download}>
      {children}
    </a>
  );
}

export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
