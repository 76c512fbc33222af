// "?" shows the keys above the page one is on; without this file a link leads to them.

import { isForPage, offerSwitch } from "./plain_keys.js";

const link = document.querySelector("[data-help-page]");

async function pressed(event) {
  if (event.key !== "?" || !link || !isForPage(event)) return;
  if (document.querySelector("#tangenter, main [data-keys]")) return; // the page has its own
  event.preventDefault();
  try {
    show(new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html"));
  } catch {
    location.assign(link.href); // the browser says what is wrong
  }
}

function show(page) {
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  close.textContent = link.dataset.helpPage;
  close.addEventListener("click", () => dialog.close());
  dialog.setAttribute("aria-label", page.querySelector("h1").textContent);
  dialog.append(page.querySelector("[data-keys]"), close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  const first = dialog.querySelector("h2"); // not the button below the keys
  first.tabIndex = -1;
  first.focus();
}

document.addEventListener("keydown", pressed);
offerSwitch();
