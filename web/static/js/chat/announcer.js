/* Tells screen readers what happened. The log itself is not live: it holds furigana, which they
   would read twice, and an answer has to be heard once and whole. */

const SHOWN_MS = 1000; // what is gone sooner is missed; what stays is found again when browsing

export class Announcer {
  #timers = new Map();

  /** @param {HTMLElement} polite @param {HTMLElement} urgent  both live, both empty */
  constructor(polite, urgent) {
    this.polite = polite;
    this.urgent = urgent;
  }

  /** Say a text as soon as nothing else is being said. */
  say(text, lang = "") {
    this.#put(this.polite, text, lang);
  }

  /** Say a text at once: something has to be mended. */
  warn(text) {
    this.#put(this.urgent, text, "");
  }

  #put(place, text, lang) {
    clearTimeout(this.#timers.get(place));
    const said = document.createElement("p");
    said.textContent = text;
    if (lang) said.lang = lang;
    place.replaceChildren(said);
    this.#timers.set(place, setTimeout(() => place.replaceChildren(), SHOWN_MS));
  }
}
