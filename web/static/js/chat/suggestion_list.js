/* The list of questions under the input. The focus stays in the input; the arrow keys walk through
   the list, Enter asks what is chosen, Escape closes it. It opens with nothing chosen, so that
   Enter still sends what was typed. */

import { Suggesting } from "./suggesting.js";

export class SuggestionList extends EventTarget {
  #at = -1;
  #found = [];

  /** @param {HTMLElement} list  a listbox, hidden; its data hold what is said */
  constructor(list, { input, form, announcer, typing, signal }) {
    super();
    Object.assign(this, { list, input, form, announcer, typing });
    this.suggesting = new Suggesting(list.dataset.from, (found) => this.#show(found));
    // Without this script the input is no more than an input.
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    const on = (target, type, act) => target.addEventListener(type, act.bind(this), { signal });
    on(input, "input", this.#typed);
    on(input, "keydown", this.#key);
    on(input, "blur", this.close);
    // A press must not take the focus from the input: it would close the list before the click.
    on(list, "pointerdown", (event) => event.preventDefault());
    on(list, "click", (event) => this.#take([...list.children].indexOf(event.target.closest("li"))));
  }

  close() {
    this.suggesting.stop();
    this.#show([]);
  }

  get #city() {
    return this.form.elements.city?.value || this.list.dataset.city;
  }

  #typed() {
    if (this.input.readOnly) return;
    this.suggesting.look(this.input.value, this.#city, this.list.dataset.lang);
  }

  #key(event) {
    if (this.list.hidden || this.typing.converts(event)) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) this.#choose(this.#at + steps[event.key]);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && !event.shiftKey && this.#at >= 0) this.#take(this.#at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #show(found) {
    this.#found = found;
    this.list.replaceChildren(...found.map((one, n) => this.#option(one, n)));
    this.list.hidden = found.length === 0;
    this.#choose(-1);
    if (found.length) this.announcer.say(this.list.dataset.told.replace("{count}", found.length));
  }

  #option({ question, city_name: cityName, lang }, n) {
    const option = document.createElement("li");
    option.id = `suggestion-${n}`;
    option.className = "suggestion";
    option.setAttribute("role", "option");
    option.lang = lang;
    option.textContent = question;
    if (!this.#city) {
      const place = document.createElement("span");
      place.className = "suggestion__city";
      place.lang = "ja";
      place.textContent = cityName;
      option.append(" ", place);
    }
    return option;
  }

  /** Past either end nothing is chosen: what was typed can be sent again. */
  #choose(n) {
    const size = this.#found.length;
    this.#at = n >= size || n < -1 ? (n < -1 ? size - 1 : -1) : n;
    for (const [place, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(place === this.#at));
    }
    const chosen = this.list.children[this.#at];
    if (chosen) this.input.setAttribute("aria-activedescendant", chosen.id);
    else this.input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  #take(n) {
    const taken = this.#found[n];
    if (!taken) return;
    this.input.value = taken.question;
    if (this.form.elements.city) this.form.elements.city.value = taken.city;
    this.close();
    this.dispatchEvent(new Event("take"));
  }
}
