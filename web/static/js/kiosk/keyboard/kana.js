/* Marks and small forms of kana; pressing a key twice takes its change back. */

const VOICED = "\u3099";
const SEMIVOICED = "\u309a";

/** The other form of a kana with a mark, or null where there is none. */
function marked(sign, mark) {
  const [plain, had] = Array.from(sign.normalize("NFD"));
  if (had === mark) return plain;
  const whole = (plain + mark).normalize("NFC");
  return Array.from(whole).length === 1 ? whole : null;
}

export const voiced = (sign) => marked(sign, VOICED);
export const semivoiced = (sign) => marked(sign, SEMIVOICED);

/** Knows the small forms from the keys, both ways. */
export function smallForms(keys) {
  const forms = new Map();
  for (const key of keys) {
    forms.set(key.dataset.types, key.dataset.small);
    forms.set(key.dataset.small, key.dataset.types);
  }
  return (sign) => forms.get(sign) ?? null;
}
