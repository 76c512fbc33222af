/* Sends each file by itself, with its own progress, so that one that fails can be tried again.
   Without this script the form sends all of them at once, to the same address. */

function start(form) {
  const input = form.querySelector("input[type=file]");
  const section = form.nextElementSibling;
  const sender = new Sender(form, section);

  form.querySelector(".on-drop").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sender.add(input.files);
    form.reset();
  });
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    form.addEventListener(name, () => form.classList.remove("over"));
  }
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    sender.add(event.dataTransfer.files);
  });
  window.addEventListener("beforeunload", (event) => {
    if (sender.isBusy) event.preventDefault();
  });
}

class Sender {
  constructor(form, section) {
    this.words = form.dataset;
    this.address = form.action;
    this.section = section;
    this.status = section.querySelector("[role=status]");
    this.rows = [];
    this.current = null;
  }

  get isBusy() {
    return this.rows.some((row) => row.state === "waiting" || row.state === "sending");
  }

  add(files) {
    if (!files.length) return;
    this.section.hidden = false;
    for (const file of files) {
      const row = new Row(file, this);
      this.rows.push(row);
      const fault = this.unfit(file);
      if (fault) row.refuse(fault);
    }
    this.next();
  }

  /* Why a file need not even be sent; the server looks at what is in it. */
  unfit(file) {
    if (file.size === 0) return this.words.empty;
    if (file.size > Number(this.words.mostBytes)) return this.words.tooLarge;
    const suffix = file.name.slice(file.name.lastIndexOf(".")).toLowerCase();
    return this.words.suffixes.split(",").includes(suffix) ? "" : this.words.foreign;
  }

  /* One at a time: the line is as fast as it is, and the first one opens the batch. */
  next() {
    this.tell();
    if (this.current) return;
    this.current = this.rows.find((row) => row.state === "waiting") ?? null;
    if (this.current) this.current.send(this.address);
    else if (this.rows.every((row) => row.state === "sent")) location.assign(this.address);
  }

  arrived(answer) {
    this.address = answer.batch;
    const way = this.section.querySelector(".arrived");
    way.hidden = false;
    way.querySelector("a").href = answer.batch;
  }

  done() {
    this.current = null;
    this.next();
  }

  tell() {
    const sent = this.rows.filter((row) => row.state === "sent").length;
    const words = this.words.counted.replace("{sent}", sent).replace("{all}", this.rows.length);
    if (this.status.textContent !== words) this.status.textContent = words;
  }
}

class Row {
  constructor(file, sender) {
    this.file = file;
    this.sender = sender;
    const template = sender.section.querySelector("template");
    const row = template.content.cloneNode(true).firstElementChild;
    row.querySelector(".name").textContent = file.name;
    for (const hidden of row.querySelectorAll(".hidden-visually")) hidden.textContent = file.name;
    this.progress = row.querySelector("progress");
    this.progress.setAttribute("aria-label", file.name);
    this.told = row.querySelector(".told");
    this.cancelButton = row.querySelector(".cancel");
    this.retryButton = row.querySelector(".retry");
    this.cancelButton.addEventListener("click", () => this.cancel());
    this.retryButton.addEventListener("click", () => this.retry());
    sender.section.querySelector(".uploads").append(row);
    this.become("waiting", sender.words.waiting);
  }

  become(state, words) {
    this.state = state;
    this.told.textContent = words;
    this.cancelButton.hidden = state !== "waiting" && state !== "sending";
    this.retryButton.hidden = state !== "failed";
    this.progress.hidden = state === "refused" || state === "failed";
  }

  refuse(words) {
    this.become("refused", words);
  }

  send(address) {
    const request = new XMLHttpRequest();
    this.request = request;
    const form = new FormData();
    form.append("filer", this.file);
    this.become("sending", this.sender.words.sending);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) this.progress.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => this.answered(request, address));
    request.addEventListener("error", () => this.failed(this.sender.words.lost));
    request.open("POST", address);
    request.responseType = "json";
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", token());
    request.send(form);
  }

  answered(request, address) {
    const answer = request.response;
    if (request.status === 201 && answer) {
      this.progress.value = 100;
      this.sender.arrived(answer);
      const [file] = answer.files;
      this.become("sent", file.sentence || this.sender.words.sent);
      this.sender.done();
    } else if (answer && answer.sentence) {
      this.failed(answer.sentence);
    } else {
      const isElsewhere = path(request.responseURL) !== path(address); // at the login page
      const isAway = isElsewhere || request.status === 401 || request.status === 403;
      this.failed(isAway ? this.sender.words.signedOut : this.sender.words.lost);
    }
  }

  failed(words) {
    this.become("failed", words);
    this.sender.done();
  }

  cancel() {
    const isSending = this.state === "sending";
    this.become("failed", this.sender.words.cancelled);
    if (isSending) this.request.abort();
    if (isSending) this.sender.done();
    else this.sender.tell();
    this.retryButton.focus();
  }

  retry() {
    this.progress.value = 0;
    this.become("waiting", this.sender.words.waiting);
    this.cancelButton.focus();
    this.sender.next();
  }
}

function path(address) {
  return new URL(address, location.href).pathname;
}

/* From the cookie and not from the form: it changes when somebody signs in again elsewhere. */
function token() {
  const found = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/);
  return found ? found[1] : "";
}

const form = document.querySelector("[data-upload]");
if (form) start(form);
