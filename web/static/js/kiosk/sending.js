/* What is sent: questions, votes, an answer to take along. A lost connection loses no question. */

import { goTo } from "./leaving.js";
import { waitForService } from "./network.js";

// An answer takes some tens of milliseconds: told sooner, waiting would only flicker.
const TELL_WAITING_AFTER_MS = 500;

/** Takes over the forms that send something. */
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
    const field = form.querySelector("textarea");
    if (field) field.readOnly = true;
    const address = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action;
    const response = await sent(address, new URLSearchParams(new FormData(form, submitter)), lost);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    clearTimeout(told);
    waiting.hidden = true;
    isSending = false;
    if (field) field.readOnly = false;
    const main = page.querySelector("main");
    if (response.redirected) goTo(response.url);
    else if (main) showInPlace(main);
    else if (!response.ok) showFault(form, field, page);
    else if (form.matches("[data-ask]")) goTo(`${address}#${page.querySelector("[id^=turn-]").id}`);
    else form.replaceWith(...page.body.childNodes);
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

/** A whole page that no address leads to, such as the places found in a plan. */
function showInPlace(main) {
  document.querySelector("main").replaceWith(main);
  (main.querySelector("[id^=find-result]") ?? main).scrollIntoView();
}

function showFault(form, field, page) {
  const place = form.querySelector("[data-trouble]") ?? document.querySelector("[data-fault]");
  place.replaceChildren(...page.body.childNodes);
  place.hidden = false;
  field?.setAttribute("aria-invalid", "true");
  (field ?? place).focus();
}
