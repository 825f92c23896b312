import { Fragment } from "react";

/** An address that people copy by hand: a line ends at its slashes first, so that no word of it is torn. */
export function Address({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" translate="no">
      {children.split(/(?<=\/)(?!\/)/).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one address never change order
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
