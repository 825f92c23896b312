// The words of a page of HTML. Nothing of it is kept as HTML, so it needs no parser that could be tricked.
// @ts-check

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const SILENT = ["script", "style", "head", "title", "template", "noscript"];
const BREAKS = ["p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "hr"];

/** Goes through it once, from tag to tag. */
export function textOfHtml(/** @type {string} */ html) {
  let text = "";
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    text += html.slice(at, open < 0 ? html.length : open);
    if (open < 0) break;
    const comment = html.startsWith("<!--", open);
    const close = html.indexOf(comment ? "-->" : ">", open);
    if (close < 0) break;
    at = close + (comment ? 3 : 1);
    const name = comment ? "" : nameOf(html.slice(open + 1, Math.min(close, open + 20)));
    if (BREAKS.includes(name)) text += "\n";
    if (SILENT.includes(name) && html[open + 1] !== "/") {
      const end = html.toLowerCase().indexOf(`</${name}`, at);
      at = end < 0 ? html.length : end;
    }
  }
  return decoded(text)
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const nameOf = (/** @type {string} */ tag) => /^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? "";

const decoded = (/** @type {string} */ text) =>
  text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, /** @type {string} */ name) => {
    if (name[0] !== "#") return ENTITIES[name.toLowerCase()] ?? whole;
    const point = name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : "";
  });
