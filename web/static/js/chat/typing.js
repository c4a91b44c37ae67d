/* What a key means while an input method may be converting. */

/* Safari ends a conversion before it tells of the Enter that ended it, in the same moment. */
const SAME_MOMENT_MS = 30;
const HANDED_TO_INPUT_METHOD = 229;

export class Typing {
  #endedAt = -Infinity;

  /** @param {HTMLTextAreaElement} input */
  constructor(input, signal) {
    input.addEventListener(
      "compositionend",
      (event) => {
        this.#endedAt = event.timeStamp;
      },
      { signal },
    );
  }

  /** Whether a key belongs to the conversion: it chooses or confirms, and means nothing to us. */
  converts(event) {
    return (
      event.isComposing ||
      event.keyCode === HANDED_TO_INPUT_METHOD ||
      event.timeStamp - this.#endedAt < SAME_MOMENT_MS
    );
  }

  /** Whether a key sends the question: Enter, but not the one that begins a new line. */
  sends(event) {
    return event.key === "Enter" && !event.shiftKey && !this.converts(event);
  }
}
