/* Asks the server which questions it could answer, while one is typed. */

const PAUSE_MS = 150; // between two keys of somebody who types; less sends what nobody reads
const CHARS_MIN = 2; // one letter stands in too many questions to be of help
const CHARS_MAX = 100; // longer ones are whole questions

export class Suggesting {
  #timer = 0;
  #asking = new AbortController();

  /** @param {(found: Array<object>) => void} found  given what was found, each time */
  constructor(address, found) {
    this.address = address;
    this.found = found;
  }

  /** Look for questions once typing pauses; an earlier look is given up. */
  look(text, city, lang) {
    this.stop();
    const length = [...text.trim()].length;
    if (length < CHARS_MIN || length > CHARS_MAX) {
      this.found([]);
      return;
    }
    this.#timer = setTimeout(() => this.#ask({ text, city: city || null, lang: lang || null }), PAUSE_MS);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#asking = new AbortController();
  }

  async #ask(body) {
    const { signal } = this.#asking;
    try {
      const response = await fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal,
      });
      const found = response.ok ? (await response.json()).suggestions : [];
      if (!signal.aborted) this.found(found);
    } catch {
      // Typing goes on without help; a connection that is lost is told when something is sent.
    }
  }
}
