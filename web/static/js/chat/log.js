/* The log of questions and answers, to which turns are added. */

export class Log {
  /** @param {HTMLElement} chat  what holds the log and all that stands before a first question */
  constructor(chat, announcer) {
    this.list = chat.querySelector("#log");
    this.heading = chat.querySelector("#history");
    this.announcer = announcer;
    // The announcer speaks for it, without furigana.
    chat.querySelector("[role=log]").setAttribute("aria-live", "off");
  }

  /** Keep the focus here while what had it goes away; asked for by a tap, never by an answer. */
  holdFocus() {
    const last = this.list.lastElementChild ?? this.list;
    last.tabIndex = -1;
    last.focus({ preventScroll: true });
  }

  /** Add a turn, let it be seen from its beginning, and have it said once. */
  add(turn) {
    for (const old of document.querySelectorAll("[data-before], #log [data-ask]")) old.remove();
    this.heading.hidden = false;
    turn.classList.add("turn--new");
    this.list.append(turn);
    turn.scrollIntoView({ block: "start", behavior: "instant" });
    this.announcer.say(turn.dataset.spoken, turn.dataset.lang);
  }
}
