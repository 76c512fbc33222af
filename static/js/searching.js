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

// The answer is brought into view, and on a phone the filters that cover it are closed.
function answered(event) {
  const form = asking(event);
  if (!form || !event.detail.successful) return;
  const filters = form.querySelector("details.filters");
  const summary = filters.querySelector(":scope > summary");
  const isPhone = filters.open && summary.checkVisibility();
  if (isPhone) {
    filters.open = false;
    summary.focus();
  }
  const told = document.querySelector("#antal");
  if (isPhone || told.getBoundingClientRect().top < 0) told.scrollIntoView();
}

// Signed out, or the line is gone: ask as without scripts, the browser says what is wrong.
const failed = (event) => asking(event)?.submit();

const asking = (event) => event.target.closest?.("form[role=search]");

suggest();
document.addEventListener("keydown", slash);
document.addEventListener("htmx:afterRequest", answered);
document.addEventListener("htmx:responseError", failed);
document.addEventListener("htmx:sendError", failed);
