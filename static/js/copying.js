// A button that copies a field. Without this script it is not shown: the field can be selected.

for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const told = document.getElementById(button.getAttribute("aria-describedby"));
  button.hidden = false;
  button.addEventListener("click", async () => {
    told.textContent = ""; // so that the same words are told again
    field.select();
    const copied = await copy(field);
    told.textContent = copied ? button.dataset.done : button.dataset.failed;
  });
}

// The clipboard is closed to pages that came without encryption.
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
