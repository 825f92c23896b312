/*
 * Comfort for a form that carries files beside what was typed: how far it is on its way, and the page that comes back in the place
 * of this one. Without it the browser sends the same form. Buttons that ask for the page without its files send it so too.
 */
document.addEventListener("submit", (event) => {
  const form = event.target;
  const place = form.querySelector("[data-attach]");
  const chooser = place?.querySelector('input[type="file"]');
  if (!chooser?.files.length || event.submitter?.hasAttribute("formenctype")) return;
  event.preventDefault();
  if (!form.dataset.underWay) send(form, place);
});

function send(form, place) {
  const words = JSON.parse(place.dataset.attach);
  const bar = document.createElement("progress");
  const said = document.createElement("p");
  const request = new XMLHttpRequest();
  form.dataset.underWay = "yes";
  // What was said of an earlier try.
  form.querySelector('[role="status"]')?.remove();
  bar.max = 100;
  bar.setAttribute("aria-label", words.label);
  said.setAttribute("role", "status");
  form.append(bar, said);
  const tell = (percent) => {
    bar.value = percent;
    said.textContent = words["under-way"].replace("{percent}", String(percent));
  };
  tell(0);
  request.upload.onprogress = ({ loaded, total }) => tell(Math.floor((100 * loaded) / total));
  request.upload.onload = () => {
    bar.removeAttribute("value");
    said.textContent = words.reading;
  };
  // Sent again it adds nothing that is there already.
  const stopped = (why) => {
    delete form.dataset.underWay;
    bar.remove();
    said.textContent = why;
  };
  request.onload = () => {
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    // A page without a form, such as that of too large a body, would take the place of all that was typed.
    if (request.status < 400 || page.querySelector("main form")) show(page);
    else stopped((page.querySelector("main .notice") ?? page.querySelector("main h1"))?.textContent ?? words.failed);
  };
  request.onerror = () => stopped(words.failed);
  request.open("POST", form.action);
  request.send(new FormData(form));
}

/** The page that came back, with the mistake in view where there is one. */
function show(page) {
  const main = document.importNode(page.querySelector("main"), true);
  document.querySelector("main").replaceWith(main);
  document.title = page.title;
  scrollTo(0, 0);
  main.querySelector(".error-summary")?.focus();
}
