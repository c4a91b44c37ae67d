/* Going to another page of the kiosk in place of this one: there is no history to go back to. */

import { waitForService } from "./network.js";

/** Opens a page of ours once the service can be reached; until then this one stays. */
export async function goTo(address) {
  const lost = document.querySelector("[data-lost]");
  for (;;) {
    try {
      await fetch("/healthz", { cache: "no-store" });
      break;
    } catch {
      await waitForService(lost);
    }
  }
  location.replace(address);
}

/** Takes over links and forms that only fetch a page. */
export function replacePages(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    const address = new URL(link.href);
    const stays = address.pathname === location.pathname && address.hash !== "";
    if (stays && address.search === location.search) return;
    event.preventDefault();
    if (address.origin === location.origin) goTo(address.href);
  });
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "get") return;
    event.preventDefault();
    const address = new URL(form.action);
    address.search = new URLSearchParams(new FormData(form, event.submitter)).toString();
    goTo(address.href);
  });
}
