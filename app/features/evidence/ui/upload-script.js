// Comfort on a slow line: each file travels alone, says how far it is, and can be stopped and sent again. Without this script the
// same form sends them all at once; the same door takes both and answers with the same page, of which only parts are shown here.
const place = document.querySelector("[data-upload]");
const form = place?.querySelector("form");
const chooser = form?.querySelector('input[type="file"]');
const words = JSON.parse(place?.dataset.upload ?? "{}");
const list = document.createElement("ul");
const news = document.createElement("p");
const waiting = [];
let underWay = false;

if (form && chooser) {
  list.className = "sending";
  news.setAttribute("role", "status");
  form.after(list, news);
  form.addEventListener("submit", (event) => {
    // With nothing chosen the server says what is missing.
    if (chooser.files.length === 0) return;
    event.preventDefault();
    for (const file of chooser.files) enlist(file);
    chooser.value = "";
    next();
  });
}

function enlist(file) {
  const item = document.createElement("li");
  list.append(item);
  wait({ file, item });
}

function wait(job) {
  waiting.push(job);
  show(job, words.waiting, [
    words.cancel,
    () => {
      waiting.splice(waiting.indexOf(job), 1);
      stopped(job, words.cancelled);
    },
  ]);
}

function next() {
  if (underWay) return;
  const job = waiting.shift();
  if (job) send(job);
  else news.textContent = words.done;
}

function send(job) {
  const sent = new FormData();
  sent.append("formToken", form.elements.namedItem("formToken").value);
  sent.append("files", job.file);
  const request = new XMLHttpRequest();
  const bar = document.createElement("progress");
  const said = show(job, words["under-way"].replace("{percent}", "0"), [words.cancel, () => request.abort()], bar);
  bar.max = 100;
  bar.setAttribute("aria-label", job.file.name);
  request.upload.onprogress = ({ loaded, total }) => {
    bar.value = Math.floor((100 * loaded) / total);
    said.textContent = words["under-way"].replace("{percent}", String(bar.value));
  };
  let whole = false;
  request.upload.onload = () => {
    // From here on it may be kept, so nothing here can still stop it.
    whole = true;
    bar.removeAttribute("value");
    said.textContent = words.reading;
    job.item.querySelector("button")?.remove();
  };
  request.onload = () => answered(job, request);
  request.onabort = () => stopped(job, words.cancelled);
  request.onerror = () => stopped(job, whole ? words.unsure : words.failed);
  request.onloadend = () => {
    underWay = false;
    next();
  };
  underWay = true;
  news.textContent = "";
  request.open("POST", form.action);
  request.send(sent);
}

/** Takes over what the page says of this file, and the lists as they are now: of files, and of who had them. */
function answered(job, { status, responseText }) {
  const page = new DOMParser().parseFromString(responseText, "text/html");
  const outcome = page.querySelector("[data-outcome]");
  if (status === 401) return stopped(job, words.ended);
  if (!outcome) return stopped(job, page.querySelector("main h2, main h1")?.textContent ?? words.failed);
  job.item.replaceChildren(document.importNode(outcome, true));
  for (const list of ["[data-files]", "[data-trail]"]) {
    const now = page.querySelector(list);
    if (now) document.querySelector(list)?.replaceWith(document.importNode(now, true));
  }
}

function stopped(job, why) {
  show(job, why, [
    words.retry,
    () => {
      wait(job);
      next();
    },
  ]);
}

/** One file's line: its name, how it stands, and the one thing that can be done about it. */
function show({ file, item }, how, [label, press], bar) {
  const name = document.createElement("bdi");
  name.textContent = file.name;
  const said = document.createElement("span");
  said.textContent = how;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = label;
  button.setAttribute("aria-label", `${label}: ${file.name}`);
  button.addEventListener("click", press, { once: true });
  item.replaceChildren(name, ...(bar ? [bar] : []), said, button);
  return said;
}
