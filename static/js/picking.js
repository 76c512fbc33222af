// Lines of the source, picked by hand: click, shift-click, or arrows while the source has focus.

import { bringIntoView, goToPart, lineAt, open } from "./highlight.js";

const pane = document.querySelector("[data-pane]");
const bar = document.querySelector("[data-picking]");
const numbers = () =>
  [...pane.querySelectorAll("[data-line]")].map((line) => Number(line.dataset.line));

let from = null; // the line where picking began
let to = null;

export function startPicking() {
  if (!pane) return;
  pane.addEventListener("click", clicked);
  pane.addEventListener("keydown", pressed);
  bar.querySelector("[data-add-decision]").addEventListener("click", addDecision);
  bar.querySelector("[data-unpick]").addEventListener("click", () => pick(null, null));
}

function clicked(event) {
  const line = event.target.closest("[data-line]");
  if (!line) return;
  event.preventDefault();
  const number = Number(line.dataset.line);
  if (event.shiftKey && from !== null) {
    getSelection()?.removeAllRanges();
    pick(from, number);
  } else {
    pick(number, number);
    goToPart(line);
  }
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) {
    event.preventDefault();
    step(steps[event.key], event.shiftKey);
  } else if (event.key === "Enter" && to !== null) {
    event.preventDefault();
    goToPart(lineAt(to));
  } else if (event.key === "b" && to !== null) {
    event.preventDefault();
    event.stopPropagation();
    addDecision();
  } else if (event.key === "Escape") {
    pick(null, null);
  }
}

function step(by, extends_) {
  const all = numbers();
  const here = to === null ? -1 : all.indexOf(to);
  const next = all[Math.min(Math.max(here + by, 0), all.length - 1)];
  pick(extends_ && from !== null ? from : next, next);
  bringIntoView(lineAt(next));
}

function pick(first, last) {
  [from, to] = [first, last];
  for (const one of pane.querySelectorAll(".picked")) one.classList.remove("picked");
  bar.hidden = first === null;
  if (first === null) return;
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  const found = numbers().filter((number) => low <= number && number <= high);
  for (const number of found) lineAt(number).classList.add("picked");
  bar.querySelector("[data-picked]").textContent = told(low, high, found);
}

function told(low, high, found) {
  const words = found.map((number) => textOf(lineAt(number))).join(" ");
  const short = words.length > 120 ? `${words.slice(0, 120)}…` : words;
  const which = low === high ? bar.dataset.one : bar.dataset.several;
  return `${which.replace("{0}", low).replace("{1}", high)}: ${short}`;
}

const textOf = (line) => line.dataset.text ?? line.lastElementChild.textContent.trim();

// Into the form of the item that the lines stand in, else the last one that begins before them.
function addDecision() {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const form = formFor(low);
  if (!form) return;
  form.elements.first_line.value = low;
  form.elements.last_line.value = high;
  const part = form.closest("[data-part]");
  open(part);
  form.querySelector("button").focus();
  part.scrollIntoView({ block: "nearest" });
}

function formFor(line) {
  const items = [...document.querySelectorAll(".part.item[data-lines]")];
  const starts = (item) => Number(item.dataset.lines.split("-")[0]);
  const before = items.filter((item) => starts(item) <= line);
  const item = before.sort((one, other) => starts(one) - starts(other)).at(-1) ?? items[0];
  const id = item ? item.id.replace("item-", "decision-new-") : null;
  return document.querySelector(id ? `#${id} [data-from-lines]` : "[data-from-lines]");
}
