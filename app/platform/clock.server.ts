let read: () => Date = () => new Date();

/** The moment it is. Everything that needs the time asks here, so that tests can hold it still. */
export function now(): Date {
  return read();
}

/** Puts another clock in place. @returns a function that puts the old one back */
export function setClock(clock: () => Date): () => void {
  const before = read;
  read = clock;
  return () => {
    read = before;
  };
}
