/* The input: what is sent, what is locked while an answer is awaited, and what happens if it fails. */

import { Outcome, send } from "./sending.js";

export class Composer extends EventTarget {
  #waiting = null; // what is being sent
  #failed = null; // what could not be sent

  constructor(form, { log, progress, announcer, typing, signal }) {
    super();
    this.form = form;
    this.input = form.querySelector("#question");
    this.button = form.querySelector("#send");
    this.trouble = form.querySelector("#trouble");
    this.retry = document.querySelector("#retry");
    Object.assign(this, { log, progress, announcer });
    const on = (target, type, act) => target.addEventListener(type, act, { signal });
    on(this.input, "keydown", (event) => {
      if (event.defaultPrevented || !typing.sends(event)) return;
      event.preventDefault();
      this.form.requestSubmit(this.button);
    });
    on(this.trouble, "click", (event) => {
      if (event.target.closest("[data-retry]")) this.#again();
    });
    on(window, "online", () => this.#again());
  }

  /** Whether an answer is awaited: whatever else is sent meanwhile is passed over. */
  get isBusy() {
    return this.#waiting !== null;
  }

  /** Send what a form asks; `tapped` is the button that asks it, if it was not typed. */
  async ask(form, submitter, tapped) {
    if (this.isBusy) return;
    const data = new FormData(form, submitter);
    if (tapped && this.form.elements.city) data.set("city", this.form.elements.city.value);
    if (tapped) this.log.holdFocus();
    await this.#send({ form, submitter, data, tapped });
  }

  async #send(asked) {
    this.#failed = null;
    this.#lock(asked);
    this.dispatchEvent(new Event("send"));
    const { outcome, element, again } = await send(asked.form, asked.data, "turn");
    this.#lock(null);
    if (outcome === Outcome.DONE) this.#done(asked, element);
    else if (outcome === Outcome.REFUSED) this.#refused(asked, element, again);
    else if (outcome === Outcome.LOST) this.#lost(asked);
    else this.dispatchEvent(new CustomEvent("strange", { detail: asked }));
  }

  #done(asked, turn) {
    this.#clearTrouble();
    if (!asked.tapped) this.input.value = "";
    this.#keepCity(this.form.elements.city?.value);
    this.log.add(turn);
    this.dispatchEvent(new Event("answer"));
  }

  /** A reload shows the city that was chosen, as it does without this script. */
  #keepCity(city) {
    if (!city) return;
    const here = new URL(location.href);
    here.searchParams.set("city", city);
    history.replaceState(history.state, "", here);
  }

  #refused(asked, error, again) {
    this.#show(error, again ? asked : null);
    this.input.setAttribute("aria-invalid", "true");
    if (!asked.tapped) this.input.focus();
  }

  #lost(asked) {
    const error = this.retry.content.querySelector("#error").cloneNode(true);
    this.#show(error, asked);
    if (!this.input.value) this.input.value = asked.data.get("question");
  }

  #show(error, failed) {
    this.#failed = failed;
    const button = this.retry.content.querySelector("[data-retry]").cloneNode(true);
    this.trouble.replaceChildren(error, ...(failed ? [button] : []));
    this.input.setAttribute("aria-describedby", "error hint");
    this.announcer.warn(error.textContent);
  }

  #clearTrouble() {
    this.trouble.replaceChildren();
    this.input.removeAttribute("aria-invalid");
    this.input.setAttribute("aria-describedby", "hint");
  }

  async #again() {
    if (!this.#failed || this.isBusy) return;
    const asked = this.#failed;
    // Typed words may have been changed since.
    if (!asked.tapped) asked.data = new FormData(asked.form, asked.submitter);
    if (this.trouble.contains(document.activeElement)) this.input.focus();
    await this.#send(asked);
  }

  #lock(asked) {
    this.#waiting = asked;
    this.input.readOnly = asked !== null;
    if (asked) this.button.setAttribute("aria-disabled", "true");
    else this.button.removeAttribute("aria-disabled");
    if (asked) this.progress.begin();
    else this.progress.end();
  }
}
