/** Rings smaller than this are islands nobody sees at the size of a page. Square pixels. */
const SMALLEST = 3;

/** Rounds outlines to whole pixels and leaves out points that lie on the way: a tenth of the letters, the same picture. */
export function shortOutlines(inner: string): string {
  return inner.replaceAll(/ d="(M[\d.,\-LMZ]+)"/g, (whole, path: string) =>
    path.length < 400 ? whole : ` d="${shortPath(path)}"`,
  );
}

type Point = readonly [x: number, y: number];

function shortPath(path: string): string {
  const rings = path.split(/[MZ]+/).filter((ring) => ring !== "");
  return rings.map((ring) => shortRing(ring.split("L").map(pointOf))).join("");
}

function pointOf(text: string): Point {
  const [x = 0, y = 0] = text.split(",").map((number) => Math.round(Number(number)));
  return [x, y];
}

function shortRing(points: readonly Point[]): string {
  const apart = points.filter(([x, y], place) => {
    const [beforeX, beforeY] = points[place - 1] ?? [Number.NaN, Number.NaN];
    return x !== beforeX || y !== beforeY;
  });
  const kept = apart.filter((point, place) => {
    const [before, after] = [apart[place - 1], apart[place + 1]];
    return !before || !after || turn(before, point, after) !== 0;
  });
  if (kept.length < 3 || Math.abs(areaOf(kept)) < SMALLEST) return "";
  const [[startX, startY] = [0, 0], ...rest] = kept;
  let [x, y] = [startX, startY];
  const steps = rest.map(([nextX, nextY]) => {
    const step = `${nextX - x},${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${startX},${startY}l${steps.join(" ").replaceAll(" -", "-").replaceAll(",-", "-")}z`;
}

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - by) - (by - ay) * (cx - bx);

function areaOf(ring: readonly Point[]): number {
  return (
    ring.reduce((sum, [x, y], place) => {
      const [nextX, nextY] = ring[(place + 1) % ring.length] ?? [0, 0];
      return sum + (x * nextY - nextX * y);
    }, 0) / 2
  );
}
