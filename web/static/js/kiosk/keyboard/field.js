/* Editing a field at its cursor, as a keyboard would: the field keeps focus and its history. */

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
export function insert(field, text) {
  const { selectionStart: from, selectionEnd: to } = field;
  const room = field.maxLength < 0 ? Infinity : field.maxLength - field.value.length + (to - from);
  if (text.length > room) return;
  replace(field, from, to, text);
}

/** Takes away what is selected, or the character before the cursor. */
export function erase(field) {
  const { selectionStart: from, selectionEnd: to } = field;
  if (from !== to) replace(field, from, to, "");
  else if (from > 0) replace(field, from - before(field).length, from, "");
}

export function clear(field) {
  replace(field, 0, field.value.length, "");
}

/** Moves the cursor by one character, -1 or 1. */
export function move(field, by) {
  const at = by < 0 ? field.selectionStart : field.selectionEnd;
  const sign = by < 0 ? before(field) : Array.from(field.value.slice(at))[0] ?? "";
  const to = at + by * sign.length;
  field.setSelectionRange(to, to);
}

/** Puts another character in place of the one before the cursor; `change` gives it, or null. */
export function alter(field, change) {
  const sign = before(field);
  const changed = sign && change(sign);
  if (changed) replace(field, field.selectionStart - sign.length, field.selectionStart, changed);
}

function before(field) {
  return Array.from(field.value.slice(0, field.selectionStart)).at(-1) ?? "";
}

function replace(field, from, to, text) {
  field.setRangeText(text, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text }));
}
