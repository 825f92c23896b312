/** Whether a browser takes this encoding, by its `Accept-Encoding`. */
export function acceptsEncoding(header: string | string[] | null | undefined, encoding: string): boolean {
  return String(header ?? "")
    .split(",")
    .some((wish) => {
      const [name = "", ...parameters] = wish.trim().split(";");
      return name.trim() === encoding && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
    });
}
