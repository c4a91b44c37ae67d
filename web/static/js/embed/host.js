// The page round the frame: spoken to, and believed, only if it is the one that the server verified.
const origin = document.querySelector("[data-host]")?.dataset.host ?? "";

export const isFramed = Boolean(origin) && window.parent !== window;

// kind: ready, close or resize.
export function tell(kind, values = {}) {
  window.parent.postMessage({ ...values, madoguchi: kind }, origin);
}

export function hear(kind, heard) {
  window.addEventListener("message", (event) => {
    if (event.origin !== origin || event.source !== window.parent) return;
    if (Object(event.data).madoguchi === kind) heard();
  });
}
