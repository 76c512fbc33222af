// A list that is searched: its filters are a sheet on a phone, and its answer is brought into view.

const form = document.querySelector(".finder > form");
const filters = form.querySelector("details.filters");
const summary = filters.querySelector(":scope > summary");
const button = document.querySelector("#visa");

// Beside the answer there is nothing to open and no summary.
const isSheet = () => filters.open && summary.checkVisibility();

function close() {
  filters.open = false;
  summary.focus();
}

function answered(event) {
  if (!event.detail.successful) return;
  const wasSheet = isSheet();
  if (wasSheet) close();
  const told = document.querySelector("#antal");
  if (wasSheet || told.getBoundingClientRect().top < 0) told.scrollIntoView();
}

// Before one presses, the button says how many the filters chosen would show.
let waiting, asked;

async function tell() {
  asked?.abort();
  asked = new AbortController();
  const question = new URLSearchParams(new FormData(form));
  const sent = { headers: { "HX-Request": "true" }, signal: asked.signal };
  const answer = await fetch(`${form.action}?${question}`, sent);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  button.textContent = page.querySelector("#visa").textContent;
}

filters.addEventListener("change", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => tell().catch(() => {}), 250);
});
filters.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isSheet()) close();
});
form.addEventListener("htmx:afterRequest", answered);
// Signed out, or the line is gone: ask as without scripts, the browser says what is wrong.
form.addEventListener("htmx:responseError", () => form.submit());
form.addEventListener("htmx:sendError", () => form.submit());
