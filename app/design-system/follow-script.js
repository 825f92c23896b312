// Looks again at the page of work under way and draws only what says something else by now, so that nothing jumps and
// whoever listens hears each change once. When the work has ended, the page is opened anew, wherever that leads.
const EVERY_MS = 2500;

async function look() {
  const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = next.querySelectorAll("[data-follow]");
  if (answer.redirected || !answer.ok || parts.length === 0) return location.replace(answer.url);
  for (const part of parts) {
    const here = document.querySelector(`[data-follow="${part.dataset.follow}"]`);
    if (here && here.textContent !== part.textContent) here.replaceChildren(...part.childNodes);
  }
  return again();
}

// A line that is down for a moment is no end: the work goes on without the page.
function again() {
  setTimeout(() => look().catch(again), EVERY_MS);
}

if (document.querySelector("[data-follow]")) again();
