// Review: a meeting beside its source. Without this file the same links and forms do it all.

import { followFocus, light, open } from "./highlight.js";
import { listenToKeys } from "./keys.js";
import { startPicking } from "./picking.js";

followFocus();
startPicking();
listenToKeys();
arrive();

// After a save the page begins at the part that was saved, and the keyboard does too.
function arrive() {
  const wrong = document.querySelector("[data-focus]");
  const target = wrong ?? document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.matches("input, select, textarea")) open(target.closest("[data-part]"));
  if (target.id === "fragor") return (target.querySelector("[data-question]") ?? target).focus();
  const summary = target.matches("[data-part]") ? target.querySelector("summary") : null;
  (summary ?? target).focus();
  if (target.dataset.lines) light(target);
}
