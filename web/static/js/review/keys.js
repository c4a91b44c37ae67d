/* Single keys that work in a region, for who goes through answers all day. They sleep while one
   writes or chooses in a field, while a dialog is open, and for as long as somebody has switched
   them off: who speaks to the device would set them off by chance. Everything they do has a button
   or a link of its own. */

const STORED = "madoguchi-review-keys"; // "off" for a browser in which they are switched off
const TYPED_IN = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

let areOn = stored();
let isSending = false;

// Back from the next page by the browser's own button, the same page may be sent once more.
addEventListener("pageshow", () => { isSending = false; });

/**
 * Let keys act while the focus is within `region`, or nowhere on the page.
 * @param {HTMLElement} region
 * @param {Map<string, (event: KeyboardEvent) => void>} actions by `KeyboardEvent.key`
 */
export function listenForKeys(region, actions) {
  document.addEventListener("keydown", (event) => {
    const action = actions.get(event.key);
    if (!action || !areOn || !isMeant(event, region)) return;
    event.preventDefault();
    action(event);
  });
}

/**
 * Set up what tells of the keys: the dialog `#keys` opens by "?" and by `[data-keys-open]`, and
 * `[data-keys-switch]`, a checkbox, switches all of them on and off for this browser.
 */
export function offerHelp(region) {
  const help = document.getElementById("keys");
  const opener = document.querySelector("[data-keys-open]");
  const box = document.querySelector("[data-keys-switch]");
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
  box.checked = areOn;
  box.addEventListener("change", () => switchTo(box.checked));
  listenForKeys(region, new Map([["?", () => help.showModal()]]));
}

/**
 * Press a button that sends a form, once: a key held down, or a second one while the form is on its
 * way, would come too late, and be told of a conflict with oneself. The button itself goes on.
 * @param {HTMLButtonElement} button
 */
export function send(button) {
  if (isSending) return;
  isSending = true;
  button.click();
}

function stored() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

function switchTo(on) {
  areOn = on;
  try {
    localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    // A browser that stores nothing: it holds until the page is left.
  }
}

function isMeant(event, region) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return false;
  const { target } = event;
  if (target !== document.body && !region.contains(target)) return false;
  return !target.closest(TYPED_IN);
}
