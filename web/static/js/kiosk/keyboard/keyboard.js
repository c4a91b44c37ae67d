/* The keyboard on the screen: real buttons that type into the field in focus and leave focus there. */

import { alter, clear, erase, insert, move } from "./field.js";
import { semivoiced, smallForms, voiced } from "./kana.js";

const FIELDS = "textarea, input[type=text], input[type=search], input:not([type])";

export class Keyboard {
  /**
   * @param {HTMLElement} panel  the keys
   * @param {HTMLElement} again  the button that brings them back
   */
  constructor(panel, again) {
    this.panel = panel;
    this.again = again;
    this.field = null;
    this.isAttached = false;
    const small = smallForms(panel.querySelectorAll("[data-small]"));
    this.actions = {
      voiced: () => alter(this.field, voiced),
      semivoiced: () => alter(this.field, semivoiced),
      small: () => alter(this.field, small),
      capitals: (key) => this.#capitalise(key.getAttribute("aria-pressed") !== "true"),
      left: () => move(this.field, -1),
      right: () => move(this.field, 1),
      erase: () => erase(this.field),
      clear: () => clear(this.field),
      close: () => this.#reveal(false),
    };
    this.#turnTo(panel.querySelector("[data-face]").dataset.face);
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    panel.addEventListener("click", (event) => this.#press(event.target.closest("button")));
    again.addEventListener("click", () => this.#return());
    document.addEventListener("focusin", (event) => this.#serve(event.target));
    document.addEventListener("pointerdown", (event) => {
      if (event.target === this.field && event.pointerType === "touch") this.#return();
    });
    document.addEventListener("keydown", (event) => this.#heard(event));
    this.#serve(document.activeElement);
  }

  /** Types into `field` from now on, and keeps the system's own keyboard away from it. */
  #serve(field) {
    if (!field?.matches(FIELDS) || field === this.field) return;
    this.field = field;
    field.inputMode = "none";
    this.#reveal(!this.isAttached);
  }

  #reveal(shown) {
    this.panel.hidden = !shown;
    this.again.hidden = shown;
    if (shown) this.field.scrollIntoView({ block: "nearest" });
  }

  #return() {
    this.#reveal(true);
    this.field.focus();
  }

  /** Somebody types on a keyboard that is attached after all. */
  #heard(event) {
    if (!event.isTrusted || event.target !== this.field || event.key.length !== 1) return;
    this.isAttached = true;
    if (!this.panel.hidden) this.#reveal(false);
  }

  #press(key) {
    if (!key) return;
    const { types, does, face } = key.dataset;
    if (face) this.#turnTo(face);
    else if (types) insert(this.field, this.#hasCapitals ? types.toUpperCase() : types);
    else this.actions[does](key);
  }

  get #hasCapitals() {
    const key = this.panel.querySelector('[data-does="capitals"]');
    return !key.hidden && key.getAttribute("aria-pressed") === "true";
  }

  #capitalise(capital) {
    this.panel
      .querySelector('[data-does="capitals"]')
      .setAttribute("aria-pressed", String(capital));
    for (const key of this.panel.querySelectorAll('[data-board="latin"] [data-types]')) {
      key.textContent = capital ? key.dataset.types.toUpperCase() : key.dataset.types;
    }
  }

  #turnTo(face) {
    for (const board of this.panel.querySelectorAll("[data-board]")) {
      board.hidden = board.dataset.board !== face;
    }
    for (const button of this.panel.querySelectorAll("[data-face]")) {
      button.setAttribute("aria-pressed", String(button.dataset.face === face));
    }
    for (const key of this.panel.querySelectorAll("[data-on]")) {
      key.hidden = !key.dataset.on.split(" ").includes(face);
    }
  }
}
