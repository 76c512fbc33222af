// The search boxes of every page: names while one types, and "/" to come there from anywhere.

import { suggest } from "./suggesting.js";

const WRITING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

function slash(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.(WRITING) || document.querySelector("dialog[open]")) return;
  const boxes = document.querySelectorAll("main [data-search], [data-search]");
  const box = [...boxes].sort(inMainFirst).find((one) => one.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
}

const inMainFirst = (one, other) =>
  Boolean(other.closest("main")) - Boolean(one.closest("main"));

// On a phone the filters cover the answer: once it is there, they go.
function answered(event) {
  const filters = event.target.closest?.("form")?.querySelector("details.filters");
  const summary = filters?.querySelector(":scope > summary");
  if (!filters?.open || !summary.checkVisibility()) return;
  filters.open = false;
  summary.focus();
  document.querySelector("#antal").scrollIntoView({ block: "start" });
}

suggest();
document.addEventListener("keydown", slash);
document.addEventListener("htmx:afterRequest", answered);
