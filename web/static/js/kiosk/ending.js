/* The end of a visit: the screen is cleared at once, the service told until it has forgotten. */

import { serviceBack } from "./network.js";

let isEnding = false;

/**
 * Erases the visit. A second call changes nothing.
 *
 * @param {HTMLFormElement} form  what ends a visit without script
 * @param {HTMLTemplateElement} cleared  what is shown until the start screen can be
 */
export async function endVisit(form, cleared) {
  if (isEnding) return;
  isEnding = true;
  const action = form.action;
  const start = form.dataset.start;
  globalThis.speechSynthesis?.cancel();
  document.body.replaceChildren(cleared.content.cloneNode(true));
  scrollTo(0, 0);
  for (;;) {
    if (await isForgotten(action)) break;
    await serviceBack();
  }
  location.replace(start);
}

async function isForgotten(action) {
  try {
    const response = await fetch(action, { method: "POST", redirect: "manual" });
    return response.type === "opaqueredirect";
  } catch {
    return false;
  }
}
