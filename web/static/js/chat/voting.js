/* Votes on answers: sent without leaving the page. */

import { Outcome, send } from "./sending.js";

/**
 * Send a vote and put the thanks in its place, or beside the comment what to mend.
 * @returns {Promise<boolean>} false where the browser had better send the form itself
 */
export async function vote(form, submitter) {
  if (form.hasAttribute("aria-busy")) return true;
  form.setAttribute("aria-busy", "true");
  const { outcome, element } = await send(form, new FormData(form, submitter), "vote");
  form.removeAttribute("aria-busy");
  if (outcome === Outcome.DONE) {
    // The button that was pressed goes away: the focus goes to what stands in its place.
    element.tabIndex = -1;
    form.replaceWith(element);
    element.focus({ preventScroll: true });
    return true;
  }
  if (outcome !== Outcome.REFUSED) return false;
  const comment = form.elements.comment;
  element.removeAttribute("id");
  form.querySelector(".vote__trouble").replaceChildren(element);
  form.querySelector("details").open = true;
  comment.setAttribute("aria-invalid", "true");
  comment.focus();
  return true;
}
