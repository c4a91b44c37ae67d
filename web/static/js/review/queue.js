/* The queue by keyboard: from answer to answer, and what is done with them. Each key presses what
   stands on the page, so that nothing can be done by keys alone. */

import { listenForKeys, offerHelp, send } from "./keys.js";

const STATES = new Map([["1", "in_progress"], ["2", "done"], ["3", "dismissed"]]);
const queue = document.getElementById("queue");
const form = document.getElementById("items");

if (form) {
  const actions = new Map([["j", () => move(1)], ["k", () => move(-1)]]);
  if (form.elements.act) {
    actions.set("x", () => boxOf(currentRow())?.click());
    actions.set("s", () => press("take"));
    for (const [key, state] of STATES) {
      actions.set(key, () => {
        form.elements.to_state.value = state;
        press("state");
      });
    }
  }
  listenForKeys(queue, actions);
  offerHelp(queue);
  form.addEventListener("submit", () => { form.elements.row.value = currentRow()?.dataset.row ?? ""; });
  focusAgain();
}

function rows() {
  return [...form.querySelectorAll("[data-row]")];
}

function currentRow() {
  return document.activeElement.closest("[data-row]");
}

function boxOf(row) {
  return row?.querySelector("input[name=pick]");
}

function move(step) {
  const all = rows();
  const at = all.indexOf(currentRow());
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  focusOn(all[Math.min(Math.max(next, 0), all.length - 1)]);
}

function focusOn(row) {
  row.querySelector("[data-open]").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

/** Press a button for the rows that are ticked, or else for the current one alone. */
function press(act) {
  if (!form.querySelector("input[name=pick]:checked")) {
    const box = boxOf(currentRow());
    if (!box) return;
    box.checked = true;
  }
  send(form.querySelector(`button[name=act][value=${act}]`));
}

/** After a change the browser is led back to the same place; the list may be shorter now. */
function focusAgain() {
  const place = /^#question-(\d+)$/.exec(location.hash);
  if (place && !document.querySelector(location.hash)) focusOn(rows().at(-1));
}
