/* A question is sent and its answer opened; a lost connection loses no question. */

import { goTo } from "./leaving.js";
import { waitForService } from "./network.js";

// An answer takes some tens of milliseconds: told sooner, waiting would only flicker.
const TELL_WAITING_AFTER_MS = 500;

/** Takes over the forms that send something: questions, votes, an answer to take along. */
export function sendInPlace(root) {
  const lost = root.querySelector("[data-lost]");
  const waiting = root.querySelector("[data-waiting]");
  let isSending = false;
  root.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || form.method !== "post") return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const told = setTimeout(() => (waiting.hidden = false), TELL_WAITING_AFTER_MS);
    const field = form.querySelector("[data-question]");
    if (field) field.readOnly = true;
    const body = new URLSearchParams(new FormData(form, submitter));
    const response = await sent(submitter?.formAction || form.action, body, lost);
    clearTimeout(told);
    waiting.hidden = true;
    isSending = false;
    if (field) field.readOnly = false;
    if (response.ok) goTo(response.url === form.action ? form.dataset.then : response.url);
    else await showFault(form, field, response);
  });
}

async function sent(address, body, lost) {
  for (;;) {
    try {
      return await fetch(address, { method: "POST", body, headers: { "Madoguchi-Fragment": "turn" } });
    } catch {
      await waitForService(lost);
    }
  }
}

async function showFault(form, field, response) {
  const place = form.querySelector("[data-fault]") ?? document.querySelector("[data-fault]");
  const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
  place.replaceChildren(...parsed.body.childNodes);
  field?.setAttribute("aria-invalid", "true");
  (field ?? place).focus();
}
