/* Reads an answer aloud, where the device itself has a voice for its language. */

/** @param {Document | HTMLElement} root  whose buttons are offered */
export class Speech {
  #button = null; // of what is being read

  constructor(root, signal) {
    this.root = root;
    speechSynthesis.addEventListener("voiceschanged", () => this.offer(), { signal });
    root.addEventListener("click", (event) => this.#clicked(event), { signal });
    addEventListener("pagehide", () => this.stop(), { signal });
    this.offer();
  }

  /** Show the buttons of answers that can be read. */
  offer() {
    for (const button of this.root.querySelectorAll("[data-speak]")) {
      button.hidden = !this.#voice(button.closest("[data-lang]").dataset.lang);
    }
  }

  stop() {
    speechSynthesis.cancel();
    this.#show(null);
  }

  #clicked(event) {
    const button = event.target.closest("[data-speak]");
    if (!button) return;
    const wasReading = button === this.#button;
    this.stop();
    if (!wasReading) this.#read(button);
  }

  #read(button) {
    const { lang, spoken } = button.closest("[data-lang]").dataset;
    const said = new SpeechSynthesisUtterance(spoken);
    said.voice = this.#voice(lang);
    said.lang = said.voice.lang;
    const over = () => this.#button === button && this.#show(null); // not of one stopped before
    said.addEventListener("end", over);
    said.addEventListener("error", over);
    this.#show(button);
    speechSynthesis.speak(said);
  }

  #show(reading) {
    for (const button of [this.#button, reading].filter(Boolean)) {
      const [start, stop] = button.children;
      start.hidden = button === reading;
      stop.hidden = !start.hidden;
    }
    this.#button = reading;
  }

  /** Only voices of the device: others send the answer to somebody else's server. */
  #voice(lang) {
    const fits = (voice) => voice.localService && voice.lang.replace("_", "-").split("-")[0] === lang;
    return speechSynthesis.getVoices().find(fits) ?? null;
  }
}
