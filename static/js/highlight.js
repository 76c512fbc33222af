// A part and its lines in the source: picking one lights the other up.

const lines = (element) => {
  const [first, last] = element.dataset.lines.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
};

export const lineAt = (number) => document.querySelector(`[data-line="${number}"]`);

let lit = "";

export function light(element) {
  const asked = element?.dataset.lines ?? "";
  if (asked === lit) return;
  lit = asked;
  for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
  if (!asked) return;
  const found = lines(element).map(lineAt).filter(Boolean);
  for (const one of found) one.classList.add("lit");
  if (found.length) bringIntoView(found[0]);
}

// Only the pane moves, never the page: what one is reading stays where it is.
export function bringIntoView(line) {
  const pane = line.closest("[data-pane]");
  if (!pane || pane.scrollHeight <= pane.clientHeight) return;
  const at = line.getBoundingClientRect();
  const seen = pane.getBoundingClientRect();
  if (at.top < seen.top + 40 || at.bottom > seen.bottom - 40) {
    pane.scrollTop += at.top - seen.top - seen.height / 3;
  }
}

// The field whose lines hold the line, else the part.
export function goToPart(line) {
  const link = line.closest("[data-leads]") ?? line.querySelector("[data-leads]");
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return false;
  const part = target.closest("[data-part]");
  open(part);
  const number = Number(line.dataset.line);
  const fields = [...part.querySelectorAll(".field[data-lines]")];
  const exact = fields.find((field) => lines(field).includes(number));
  const field = target.matches("input, select, textarea")
    ? target
    : exact?.querySelector("input, select, textarea");
  (field ?? part.querySelector("summary")).focus();
  part.scrollIntoView({ block: "nearest" });
  return true;
}

export function open(part) {
  for (let one = part?.querySelector("details"); one; one = one.parentElement.closest("details")) {
    one.open = true;
  }
}

export function followFocus() {
  const follow = (event) => light(event.target.closest?.("[data-lines]"));
  const form = document.querySelector(".review-form");
  form.addEventListener("focusin", follow);
  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-lines]");
    follow(event);
    if (!link || !isBeside()) return;
    event.preventDefault(); // the pane has moved there: the form stays
  });
  form.addEventListener("pointerover", (event) => {
    const part = event.target.closest("[data-lines]");
    if (part && !form.contains(document.activeElement)) light(part);
  });
}

const isBeside = () => matchMedia("(min-width: 64rem)").matches;
