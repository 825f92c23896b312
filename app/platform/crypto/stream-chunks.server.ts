/** A piece of a stream of exactly the wanted size, except the last, which may be shorter and, in an empty stream, empty. */
export interface Chunk {
  readonly chunk: Uint8Array<ArrayBuffer>;
  readonly last: boolean;
}

/** Cuts a stream of pieces of any size anew. The last chunk says so itself, hence one chunk is always held back. */
export async function* inChunks(pieces: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Chunk> {
  let buffer = new Uint8Array(size);
  let filled = 0;
  for await (const piece of pieces) {
    let at = 0;
    while (at < piece.length) {
      if (filled === size) {
        yield { chunk: buffer, last: false };
        buffer = new Uint8Array(size);
        filled = 0;
      }
      const take = Math.min(size - filled, piece.length - at);
      buffer.set(piece.subarray(at, at + take), filled);
      filled += take;
      at += take;
    }
  }
  yield { chunk: buffer.subarray(0, filled), last: true };
}
