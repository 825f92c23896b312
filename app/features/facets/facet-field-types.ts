/** The element of the typed array that holds a field in the index, and how many of them one value takes. */
export interface Shape {
  readonly unit: 1 | 2 | 4 | 8;
  readonly lanes: number;
  /** ids are kept once and named by a number (see `id-table.ts`) */
  readonly isId?: true;
}

/** How a value stands in a record. What was not said is written as zero bytes, whatever the type. */
export interface FieldType<Value> {
  readonly bytes: number;
  readonly shape: Shape;
  read(view: DataView, at: number): Value;
  /** @throws RangeError where the value has no room, which only a bug can cause */
  write(view: DataView, at: number, value: Value): void;
}

/** Little-endian numbers by width, the same in records and columns. */
export const READERS = {
  1: (view: DataView, at: number) => view.getUint8(at),
  2: (view: DataView, at: number) => view.getUint16(at, true),
  4: (view: DataView, at: number) => view.getUint32(at, true),
  8: (view: DataView, at: number) => view.getFloat64(at, true),
} as const;

export const WRITERS = {
  1: (view: DataView, at: number, value: number) => view.setUint8(at, value),
  2: (view: DataView, at: number, value: number) => view.setUint16(at, value, true),
  4: (view: DataView, at: number, value: number) => view.setUint32(at, value, true),
  8: (view: DataView, at: number, value: number) => view.setFloat64(at, value, true),
} as const;

/** A dictionary number; 0 means "not said". */
export const code = whole(1);
export const wideCode = whole(2);
export const version = whole(4);
/** Minutes since 1970. */
export const minute = whole(4);
/** Minutes since 1970, or none. */
export const minuteOrNone = orNone(whole(4), 0);
/** Days since 1970, from the second one on, or none. Two bytes reach the year 2149. */
export const dayOrNone = orNone(whole(2), 0);
// Nought is a real answer to "how many": counts are stored plus one, and zero stays "not said".
export const count16 = orNone(whole(2), 1);
export const count32 = orNone(whole(4), 1);
export const count64 = orNone(whole(8), 1);

export const flag = converted<boolean, number>(
  whole(1),
  (stored) => stored === 1,
  (value) => Number(value),
);

/** One of a few words that belong to no list of the taxonomy; the place in `words` is its number, from 1. */
export function choice<const Word extends string>(...words: readonly Word[]): FieldType<Word | null> {
  return converted<Word | null, number>(
    whole(1),
    (stored) => words[stored - 1] ?? null,
    (value) => {
      if (value !== null && !words.includes(value)) throw new RangeError("a word outside the choice");
      return value === null ? 0 : words.indexOf(value) + 1;
    },
  );
}

/** Capital letters of a code such as ISO 3166 or ISO 4217, one byte each. */
export function letters(length: 2 | 3): FieldType<string | null> {
  const bytes = length === 2 ? 2 : 4;
  return converted<string | null, number>(
    whole(bytes),
    (stored) => (stored === 0 ? null : lettersOf(stored)),
    (value) => (value === null ? 0 : numberOfLetters(value, length)),
  );
}

function lettersOf(stored: number): string {
  const codes = [stored & 0xff, (stored >>> 8) & 0xff, (stored >>> 16) & 0xff];
  return String.fromCharCode(...codes.filter((letter) => letter !== 0));
}

function numberOfLetters(text: string, length: number): number {
  if (text.length !== length || !/^[A-Z]+$/.test(text)) throw new RangeError(`not ${length} capital letters`);
  return [...text].reduce((stored, letter, place) => stored + letter.charCodeAt(0) * 2 ** (8 * place), 0);
}

/** A set of dictionary numbers from 1 to 32 × words, in rising order. */
export function numberSet(words: number): FieldType<readonly number[]> {
  const bytes = words * 4;
  return {
    bytes,
    shape: { unit: 4, lanes: words },
    read(view, at) {
      const members: number[] = [];
      for (let bit = 0; bit < bytes * 8; bit += 1) {
        if ((view.getUint8(at + (bit >> 3)) >> (bit & 7)) & 1) members.push(bit + 1);
      }
      return members;
    },
    write(view, at, members) {
      for (const member of members) {
        if (!Number.isInteger(member) || member < 1 || member > bytes * 8)
          throw new RangeError("no bit for this number");
        const place = at + ((member - 1) >> 3);
        view.setUint8(place, view.getUint8(place) | (1 << ((member - 1) & 7)));
      }
    },
  };
}

export const ID_BYTES = 16;
const DASHES = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** A UUID as its sixteen bytes; sixteen zeros are none. */
export const idOrNone: FieldType<string | null> = {
  bytes: ID_BYTES,
  shape: { unit: 4, lanes: 1, isId: true },
  read(view, at) {
    let hex = "";
    for (let place = 0; place < ID_BYTES; place += 1)
      hex += view
        .getUint8(at + place)
        .toString(16)
        .padStart(2, "0");
    return /^0+$/.test(hex) ? null : hex.replace(DASHES, "$1-$2-$3-$4-$5");
  },
  write(view, at, id) {
    if (id === null) return;
    const hex = id.replaceAll("-", "");
    if (!/^[0-9a-f]{32}$/.test(hex)) throw new RangeError("not an id");
    for (let place = 0; place < ID_BYTES; place += 1) {
      view.setUint8(at + place, Number.parseInt(hex.slice(place * 2, place * 2 + 2), 16));
    }
  },
};

/** A whole number from 0; the eight-byte kind is a float64 and exact up to 2^53 − 1. */
function whole(bytes: 1 | 2 | 4 | 8): FieldType<number> {
  const most = bytes === 8 ? Number.MAX_SAFE_INTEGER : 2 ** (8 * bytes) - 1;
  return {
    bytes,
    shape: { unit: bytes, lanes: 1 },
    read: READERS[bytes],
    write(view, at, value) {
      if (!Number.isInteger(value) || value < 0 || value > most)
        throw new RangeError("a number without room in its field");
      WRITERS[bytes](view, at, value);
    },
  };
}

function orNone(stored: FieldType<number>, offset: 0 | 1): FieldType<number | null> {
  return converted<number | null, number>(
    stored,
    (value) => (value === 0 ? null : value - offset),
    (value) => {
      if (value === 0 && offset === 0) throw new RangeError("zero stands for none here");
      return value === null ? 0 : value + offset;
    },
  );
}

function converted<Value, Stored>(
  stored: FieldType<Stored>,
  from: (stored: Stored) => Value,
  to: (value: Value) => Stored,
): FieldType<Value> {
  return {
    bytes: stored.bytes,
    shape: stored.shape,
    read: (view, at) => from(stored.read(view, at)),
    write: (view, at, value) => stored.write(view, at, to(value)),
  };
}
