/* That an answer is being looked for: shown and said, but only where it takes a while. */

const QUIET_MS = 500; // most answers are there sooner; a message that flashes by only disturbs
const AGAIN_MS = 5000; // silence for longer reads as a fault

export class Progress {
  #start = 0;
  #repeat = 0;

  /** @param {HTMLElement} place  hidden; its text is what is said */
  constructor(place, announcer) {
    this.place = place;
    this.announcer = announcer;
  }

  begin() {
    this.end();
    this.#start = setTimeout(() => {
      this.place.hidden = false;
      this.#tell(this.place.dataset.first);
      this.#repeat = setInterval(() => this.#tell(this.place.dataset.again), AGAIN_MS);
    }, QUIET_MS);
  }

  /** The answer or an error says the rest. */
  end() {
    clearTimeout(this.#start);
    clearInterval(this.#repeat);
    this.place.hidden = true;
  }

  #tell(text) {
    this.place.textContent = text;
    this.announcer.say(text);
  }
}
