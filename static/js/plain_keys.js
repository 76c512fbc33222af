// Keys that are one character: whoever speaks to the machine, or shakes, can do without them.

const STORE = "enkla-tangenter";
const WRITING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/* A browser may refuse to store anything: then the keys are on. */
function isOff() {
  try {
    return localStorage.getItem(STORE) === "av";
  } catch {
    return false;
  }
}

/* Whether a key is meant for the page: not turned off, no writing, and nothing held with it. */
export const isForPage = (event) =>
  !isOff() &&
  !(event.ctrlKey || event.metaKey || event.altKey) &&
  !event.target.closest?.(WRITING) &&
  !document.querySelector("dialog[open]");

/* The switch on the page about the keyboard, which is of no use without scripts. */
export function offerSwitch() {
  const part = document.querySelector("[data-switch]");
  if (!part) return;
  const box = part.querySelector("input");
  part.hidden = false;
  box.checked = !isOff();
  box.addEventListener("change", () => localStorage.setItem(STORE, box.checked ? "" : "av"));
}
