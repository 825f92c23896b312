/** Drawn from plain attributes: the content security policy allows no styles in a page. Dark on light in every theme. */
export interface QrDrawing {
  /** squares on a side, border included */
  readonly size: number;
  readonly path: string;
}

export function QrCode({ drawing, label }: { readonly drawing: QrDrawing; readonly label: string }) {
  const { size, path } = drawing;
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} width="240" height="240" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
