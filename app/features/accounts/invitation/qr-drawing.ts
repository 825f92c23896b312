import { encode } from "uqr";
import type { QrDrawing } from "#app/features/accounts/invitation/ui/qr-code.tsx";

const BORDER = 4;

/** A QR code as one path: each run of dark squares in a row is one rectangle. */
export function drawQr(text: string): QrDrawing {
  const { size, data } = encode(text, { ecc: "M", border: BORDER });
  return {
    size,
    path: data
      .map((row, y) =>
        runsIn(row)
          .map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)
          .join(""),
      )
      .join(""),
  };
}

function runsIn(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (dark && last && last[0] + last[1] === x) last[1] += 1;
    else if (dark) runs.push([x, 1]);
  }
  return runs;
}
