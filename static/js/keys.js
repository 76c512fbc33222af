// The whole page by keyboard. Nothing here takes a key from a field that one is writing in.

import { light, open } from "./highlight.js";
import { isForPage } from "./plain_keys.js";

const STOPS = "[data-question], [data-part]";
// An answered question is folded away: there one cannot stand.
const canStand = (stop) => stop.matches("[data-part]") || stop.checkVisibility();
const stops = () => [...document.querySelectorAll(STOPS)].filter(canStand);
const dialog = document.querySelector("#tangenter");

export function listenToKeys() {
  document.addEventListener("keydown", pressed);
  for (const link of document.querySelectorAll("[data-help]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
  }
}

function pressed(event) {
  if (dialog.open) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return save(event);
  if (event.key === "Escape") return close(event);
  if (!isForPage(event)) return;
  const act = ACTS[event.key];
  if (act && act(event) !== false) event.preventDefault();
}

const ACTS = {
  j: () => go(1),
  k: () => go(-1),
  n: () => go(1, (stop) => stop.matches("[data-check]")),
  e: () => edit(),
  Enter: (event) => enter(event),
  u: () => document.querySelector("[data-undo]")?.requestSubmit(),
  s: () => document.querySelector("[data-pane]")?.focus(),
  "?": () => dialog.showModal(),
};

const here = () => document.activeElement.closest(STOPS) ?? document.querySelector(".here");

function go(by, fits = () => true) {
  const all = stops();
  let at = all.indexOf(here());
  if (at < 0 && by < 0) at = all.length;
  do at += by;
  while (all[at] && !fits(all[at]));
  if (all[at]) stand(all[at]);
}

function stand(stop) {
  for (const one of document.querySelectorAll(".here")) one.classList.remove("here");
  stop.classList.add("here");
  (stop.querySelector("summary") ?? stop).focus({ preventScroll: true });
  stop.scrollIntoView({ block: "nearest" });
  light(stop);
}

function edit() {
  const stop = here();
  if (!stop) return false;
  if (stop.matches("[data-part]")) open(stop);
  first(stop)?.focus();
}

// A part opens as any summary does; from a question on to its answers.
function enter(event) {
  if (event.target.matches("[data-question]")) edit();
  else if (event.target.matches("[data-part]")) edit();
  else return false;
}

const first = (stop) =>
  [...stop.querySelectorAll(".field :is(input, select, textarea)")].find((field) =>
    field.checkVisibility(),
  ) ?? stop.querySelector("button");

function save(event) {
  const form = event.target.closest("[data-part] form, [data-question] form");
  if (!form) return; // nobody publishes by a key
  event.preventDefault();
  form.requestSubmit(form.querySelector("button"));
}

function close(event) {
  const part = event.target.closest("[data-part]");
  const details = part?.querySelector("details");
  if (!details?.open) return;
  details.open = false;
  details.querySelector("summary").focus();
}
