/* What the pages of a kiosk do beyond links and forms. */

import { endVisit } from "./ending.js";
import { IdleWatch } from "./idle.js";
import { openKeyboard } from "./keyboard/keyboard.js";
import { replacePages } from "./leaving.js";
import { sendInPlace } from "./sending.js";

const { idle, warning, visit } = document.body.dataset;
const form = document.querySelector("[data-end]");
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

replacePages(document);
sendInPlace(document);
openKeyboard(document);

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A page kept in memory would show what was there before the visit ended.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

if ("serviceWorker" in navigator) navigator.serviceWorker.register("/kiosk/worker.js");
