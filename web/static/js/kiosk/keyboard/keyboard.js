/* The keyboard on the screen: real buttons that type into a field and leave focus where it is. */

import { alter, clear, erase, insert, move } from "./field.js";
import { semivoiced, smallForms, voiced } from "./kana.js";

export class Keyboard {
  /**
   * @param {HTMLElement} panel  the keys
   * @param {HTMLElement} again  the button that brings them back
   * @param {HTMLInputElement | HTMLTextAreaElement} field  what they type into
   */
  constructor(panel, again, field) {
    this.panel = panel;
    this.again = again;
    this.field = field;
    const small = smallForms(panel.querySelectorAll("[data-small]"));
    this.actions = {
      voiced: () => alter(field, voiced),
      semivoiced: () => alter(field, semivoiced),
      small: () => alter(field, small),
      capitals: (key) => this.#turn(key.getAttribute("aria-pressed") !== "true"),
      left: () => move(field, -1),
      right: () => move(field, 1),
      erase: () => erase(field),
      clear: () => clear(field),
    };
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    panel.addEventListener("click", (event) => this.#press(event.target.closest("button")));
    again.addEventListener("click", () => {
      this.show();
      field.focus();
    });
    field.addEventListener("keydown", (event) => this.#heard(event));
    this.#turnTo(panel.querySelector("[data-face]").dataset.face);
    this.show();
  }

  /** Shows the keys and keeps the system's own keyboard away. */
  show() {
    this.#reveal(true);
    this.field.inputMode = "none";
  }

  #reveal(shown) {
    this.panel.hidden = !shown;
    this.again.hidden = shown;
  }

  /** A keyboard is attached after all: somebody types on it. */
  #heard(event) {
    if (event.isTrusted && event.key.length === 1 && !this.panel.hidden) this.#reveal(false);
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

  #turn(capital) {
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

/** The keyboard of a page, where it has one. */
export function openKeyboard(root) {
  const panel = root.querySelector("[data-keyboard]");
  if (!panel) return null;
  const field = root.getElementById(panel.dataset.keyboard);
  return new Keyboard(panel, root.querySelector("[data-keyboard-again]"), field);
}
