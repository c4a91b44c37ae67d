/* How many characters are left, shown from four fifths of the limit on. */

const SHOWN_FROM = 0.8;
const PAUSE_MS = 1000; // said once typing pauses, not at every letter

export class Counter {
  #timer = 0;

  /** @param {HTMLElement} place  hidden; its data hold the limit and what is said */
  constructor(place, input, announcer, signal) {
    this.place = place;
    this.input = input;
    this.announcer = announcer;
    this.limit = Number(place.dataset.limit);
    for (const type of ["input", "compositionend"]) {
      input.addEventListener(type, (event) => event.isComposing || this.count(), { signal });
    }
    this.count();
  }

  /** Count as the server does: after NFKC, without white space at the ends, by code points. */
  count() {
    const length = [...this.input.value.normalize("NFKC").trim()].length;
    const left = this.limit - length;
    const { left: some, over: none } = this.place.dataset;
    const text = (left < 0 ? none : some).replace("{count}", String(Math.abs(left)));
    clearTimeout(this.#timer);
    this.place.hidden = length < this.limit * SHOWN_FROM;
    this.place.classList.toggle("error", left < 0);
    this.place.textContent = text;
    if (this.place.hidden) return;
    this.#timer = setTimeout(() => {
      if (left < 0) this.announcer.warn(text);
      else this.announcer.say(text);
    }, PAUSE_MS);
  }
}
