const ELEMENTS = "svg|title|desc|defs|pattern|path|g|text|tspan|rect|line";
const ATTRIBUTES =
  "xmlns|viewBox|width|height|x|x2|y2|dy|direction|role|aria-labelledby|id|d|fill|stroke|stroke-width|stroke-dasharray|stroke-linejoin|transform|patternUnits|patternTransform|text-anchor|font-[a-z]+";
const TAG = new RegExp(`^</?(?:${ELEMENTS})(?:\\s(?:${ATTRIBUTES})="[^"<>]*")*\\s?/?>$`);

/**
 * Whether a drawing is made of lines and words alone. It is put into a page as it stands in the database, so what a writer
 * to the database could put there, such as a form or a forwarding to another address, is not shown.
 */
export function isPlainDrawing(svg: string): boolean {
  const tags = svg.match(/<[^>]*>?/g) ?? [];
  return tags.length > 0 && tags.every((tag) => TAG.test(tag));
}
