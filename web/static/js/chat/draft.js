/* Words typed but not sent survive a change of language, size or colours: the page is loaded anew.
   They are handed over once and taken away at once; nothing of them stays in the browser. */

const KEY = "madoguchi-draft";

/** Give back what was typed before the page was loaded anew, and keep it over the next change. */
export function keepDraft(input, settings, signal) {
  const draft = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (draft && !input.value) input.value = draft;
  const hand = () => {
    if (input.value) sessionStorage.setItem(KEY, input.value);
  };
  settings?.addEventListener("submit", hand, { signal });
  settings?.addEventListener("click", (event) => event.target.closest("a") && hand(), { signal });
}
