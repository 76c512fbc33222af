/* Suggests names below a search box while somebody types. The box works without: Enter searches. */

const PATIENCE = 120; // milliseconds after a key
const FEWEST = 2; // letters

class Suggesting {
  constructor(input) {
    this.input = input;
    this.active = -1;
    this.found = [];
    this.list = element("ul", { role: "listbox", id: `${input.id}-forslag`, hidden: "" });
    this.list.setAttribute("aria-label", input.dataset.label);
    this.told = element("span", { "aria-live": "polite", class: "hidden-visually" });
    input.after(this.list, this.told);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // keep the focus
    this.list.addEventListener("click", (event) => this.clicked(event));
  }

  wait() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.timer = setTimeout(() => this.ask(), PATIENCE);
  }

  async ask() {
    const text = this.input.value.trim();
    if (text.length < FEWEST) return this.close();
    this.asking = new AbortController();
    try {
      const address = `${this.input.dataset.suggest}?${new URLSearchParams({ q: text })}`;
      const answer = await fetch(address, { signal: this.asking.signal });
      if (answer.ok) this.show((await answer.json()).suggestions);
    } catch {
      this.close(); // only help: the line is gone, or another letter has been typed
    }
  }

  show(found) {
    if (document.activeElement !== this.input) return;
    this.found = found;
    this.active = -1;
    this.list.replaceChildren(...found.map((one, at) => this.option(one, at)));
    this.open(found.length > 0);
    this.told.textContent = found.length
      ? this.input.dataset.told.replace("{n}", found.length)
      : "";
  }

  option({ name, kind, detail }, at) {
    const option = element("li", { role: "option", id: `${this.list.id}-${at}` });
    option.setAttribute("aria-selected", "false");
    const told = element("span", { class: "meta" });
    told.textContent = detail ? `${kind}, ${detail}` : kind;
    option.append(element("span", {}, name), " ", told);
    return option;
  }

  pressed(event) {
    const isOpen = !this.list.hidden;
    if (event.key === "Escape" && isOpen) this.close();
    else if (event.key === "ArrowDown" && isOpen) this.stand(this.active + 1);
    else if (event.key === "ArrowUp" && isOpen) this.stand(this.active - 1);
    else if (event.key === "Enter" && isOpen && this.active >= 0) this.go(this.active);
    else return;
    event.preventDefault();
  }

  /* Past either end one stands in the box itself. */
  stand(at) {
    const places = this.found.length + 1;
    this.active = ((at + 1 + places) % places) - 1;
    for (const [index, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(index === this.active));
    }
    const option = this.list.children[this.active];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  clicked(event) {
    const option = event.target.closest("[role=option]");
    if (option) this.go([...this.list.children].indexOf(option));
  }

  go(at) {
    location.assign(this.found[at].address);
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.open(false);
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.input.removeAttribute("aria-activedescendant");
    if (!isOpen) this.active = -1;
  }
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

export function suggest() {
  for (const input of document.querySelectorAll("[data-suggest]")) new Suggesting(input);
}
