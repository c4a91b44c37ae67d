/* Going to another page of the kiosk in place of this one: there is no history to go back to. */

import { waitForService } from "./network.js";

/** Opens a page of ours once the service can be reached; until then this one stays. */
export async function goTo(address) {
  const lost = document.querySelector("[data-lost]");
  while (!(await isReachable())) await waitForService(lost);
  const wanted = new URL(address, location.href);
  const isHere = wanted.pathname === location.pathname && wanted.search === location.search;
  if (isHere) {
    // Another place on this page would only be scrolled to, while the page itself has changed.
    history.replaceState(null, "", wanted);
    location.reload();
  } else {
    location.replace(wanted);
  }
}

async function isReachable() {
  try {
    await fetch("/healthz", { cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

/** Takes over links and forms that only fetch a page. */
export function replacePages(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    event.preventDefault();
    const address = new URL(link.href);
    if (address.origin !== location.origin) return;
    const isHere = address.pathname === location.pathname && address.search === location.search;
    if (isHere && address.hash) location.replace(address);
    else goTo(address);
  });
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "get") return;
    event.preventDefault();
    const address = new URL(form.action);
    address.search = new URLSearchParams(new FormData(form, event.submitter)).toString();
    goTo(address);
  });
}
