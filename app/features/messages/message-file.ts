/** A file of the case as this room knows it: evidence is a neighbour, so the route brings names and addresses. */
export interface MessageFile {
  readonly fileId: string;
  readonly name: string;
  readonly href: string;
}
