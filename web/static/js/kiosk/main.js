/* What the pages of a kiosk do beyond links and forms. */

import { Speech } from "../chat/speech.js";
import { endVisit } from "./ending.js";
import { IdleWatch } from "./idle.js";
import { Keyboard } from "./keyboard/keyboard.js";
import { replacePages } from "./leaving.js";
import { serviceBack } from "./network.js";
import { sendInPlace } from "./sending.js";

const start = location.pathname.split("/").slice(0, 3).join("/");

// Without a city there is no visit: the page says what is wrong.
const form = document.querySelector("[data-end]");
if (form) {
  const { idle, warning, visit } = document.querySelector("[data-idle]").dataset;
  const cleared = document.querySelector("[data-cleared]");
  const end = () => endVisit(form, cleared);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    end();
  });
  const dialog = document.querySelector("[data-idle-warning]");
  dialog.querySelector("[data-stay]").addEventListener("click", () => dialog.close());
  dialog.querySelector("[data-leave]").addEventListener("click", end);
  const limits = { idleMs: idle * 1000, warningMs: warning * 1000 };
  new IdleWatch(dialog, limits, () => visit === "begun", end);
}

replacePages(document);
sendInPlace(document);
const keys = document.querySelector("[data-keyboard]");
new Keyboard(keys, document.querySelector("[data-keyboard-again]"));

if ("speechSynthesis" in window) new Speech(document, new AbortController().signal);

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Where the service is still starting, the terminal goes on by itself.
if (document.querySelector("[data-not-ready]")) {
  serviceBack("/readyz").then(() => location.replace(start));
}

// A page kept in memory would show what was there before the visit ended.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

navigator.serviceWorker?.register("/kiosk/worker.js");
