/* Follows a proof that is on its way: asks for its state, puts it in place, and says it at the
   start, at each quarter and at the end. */

import { Announcer } from "../chat/announcer.js";

const EVERY_MS = 1000; // the service writes its progress down twice a second
const FAILURES_MAX = 5; // in a row; then whoever looks at it can ask by the link again

class Watch {
  #failures = 0;
  #quarter = 0;

  constructor(place, announcer) {
    this.place = place;
    this.announcer = announcer;
  }

  begin() {
    this.#tell(this.place.firstElementChild);
    this.#hideLink(true);
    setTimeout(() => this.#look(), EVERY_MS);
  }

  async #look() {
    const state = await this.#asked();
    this.#failures = state ? 0 : this.#failures + 1;
    if (this.#failures >= FAILURES_MAX) return this.#hideLink(false);
    if (state) {
      this.place.replaceChildren(state);
      this.#hideLink(true);
      const quarter = Math.floor((Number(state.dataset.percent) || 0) / 25);
      const isOver = !("percent" in state.dataset);
      if (isOver || quarter > this.#quarter) this.#tell(state);
      this.#quarter = quarter;
      if (isOver) return undefined;
    }
    setTimeout(() => this.#look(), EVERY_MS);
    return undefined;
  }

  /** The state as an element; null where it cannot be had. */
  async #asked() {
    const headers = { Accept: "text/html", "Madoguchi-Fragment": "proof" };
    try {
      const response = await fetch(this.place.dataset.proof, { headers, redirect: "error" });
      if (!response.ok) return null;
      const holder = document.createElement("template");
      holder.innerHTML = await response.text(); // from our own server, which escapes
      return holder.content.querySelector("[data-state]");
    } catch {
      return null;
    }
  }

  #tell(state) {
    this.announcer.say(state.dataset.told);
  }

  #hideLink(hidden) {
    const link = this.place.querySelector("[data-proof-look]");
    if (link) link.hidden = hidden;
  }
}

const polite = document.querySelector("[data-proof-announcer]");
const place = document.querySelector("[data-proof]");
new Watch(place, new Announcer(polite, polite)).begin();
