/* Nobody is there any more: asks, waits, and ends the visit. Time is read from the clock, so that
   a screen that slept ends the visit as soon as it wakes. */

const TICK_MS = 1000;
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "input", "wheel", "touchmove"];

export class IdleWatch {
  /**
   * @param {HTMLDialogElement} dialog  the question whether someone is there
   * @param {{idleMs: number, warningMs: number}} limits
   * @param {() => boolean} hasBegun  whether there is anything to erase
   * @param {() => void} end  erases the visit
   */
  constructor(dialog, limits, hasBegun, end) {
    this.dialog = dialog;
    this.limits = limits;
    this.hasBegun = hasBegun;
    this.end = end;
    this.seconds = dialog.querySelector("[data-seconds]");
    this.#stay();
    for (const sign of SIGNS_OF_LIFE) {
      addEventListener(sign, () => this.#alive(), { passive: true, capture: true });
    }
    dialog.addEventListener("close", () => this.#stay());
    this.timer = setInterval(() => this.#look(), TICK_MS);
    document.addEventListener("visibilitychange", () => this.#look());
  }

  /** While the question stands only its buttons answer it: a stray touch may be the next person's. */
  #alive() {
    if (!this.dialog.open) this.#stay();
  }

  #ask() {
    this.dialog.showModal();
    this.dialog.querySelector("[data-stay]").focus();
  }

  #stay() {
    this.lastSign = Date.now();
  }

  #look() {
    if (globalThis.speechSynthesis?.speaking) this.#alive();
    const idle = Date.now() - this.lastSign;
    const left = this.limits.idleMs + this.limits.warningMs - idle;
    if (idle < this.limits.idleMs) return;
    if (!this.hasBegun()) {
      scrollTo(0, 0);
      this.#stay();
    } else if (left <= 0) {
      clearInterval(this.timer);
      this.end();
    } else {
      this.seconds.textContent = String(Math.ceil(left / TICK_MS));
      if (!this.dialog.open) this.#ask();
    }
  }
}
