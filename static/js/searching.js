// The search boxes of every page: names while one types, and "/" to come there from anywhere.

import { isForPage } from "./plain_keys.js";
import { suggest } from "./suggesting.js";

function slash(event) {
  if (event.key !== "/" || !isForPage(event)) return;
  const boxes = document.querySelectorAll("main [data-search], [data-search]");
  const box = [...boxes].sort(inMainFirst).find((one) => one.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
}

const inMainFirst = (one, other) =>
  Boolean(other.closest("main")) - Boolean(one.closest("main"));

suggest();
document.addEventListener("keydown", slash);
