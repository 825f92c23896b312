// Single keys for people who work through lists all day. What each does stands in the page's own help; this file only
// listens. Nobody loses a letter to it: it is deaf while somebody types, and wherever a modifier is held.
const help = document.querySelector("dialog[data-keys-help]");
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/** The key as the help names it, also where a layout has other letters on it. */
function named({ key, code }) {
  if (key === "؟") return "?";
  if (/^[a-z?/]$/i.test(key)) return key.toLowerCase();
  if (code === "Slash" && key !== "?") return "/";
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : "";
}

function go(step) {
  const rows = [...document.querySelectorAll("a[data-key-row]")];
  const at = rows.findIndex((row) => row.closest("tr, li")?.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}

function inRow(selector) {
  return document.activeElement?.closest("tr, li")?.querySelector(selector);
}

const LIST = {
  j: () => go(1),
  k: () => go(-1),
  o: () => inRow("a[data-key-row]")?.click(),
  x: () => inRow("input[type=checkbox]")?.click(),
};

/** A link of the help: away to another page, or to a field of this one. */
function follow(link) {
  const target = link.hash && link.pathname === location.pathname ? document.querySelector(link.hash) : null;
  if (!target) return link.click();
  target.scrollIntoView();
  target.focus();
}

document.addEventListener("keydown", (event) => {
  if (!help || help.open || event.defaultPrevented || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest(TYPING)) return;
  const key = named(event);
  const listed = [...help.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (!listed) return;
  event.preventDefault();
  if (key === "?") help.showModal();
  else if (LIST[key] && !listed.href) LIST[key]();
  else follow(listed);
});

help?.querySelector("[data-keys-close]")?.addEventListener("click", () => help.close());
