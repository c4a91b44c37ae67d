/* Waiting for the service to be there again. */

const TRY_EVERY_MS = 3000;

/** Resolves when an address of the service answers well; asks now and then, and at once when the
 *  browser is connected again. */
export function serviceBack(address = "/healthz") {
  return new Promise((resolve) => {
    let timer = setTimeout(ask, TRY_EVERY_MS);
    async function ask() {
      clearTimeout(timer);
      if (await answers(address)) {
        removeEventListener("online", ask);
        resolve();
      } else {
        timer = setTimeout(ask, TRY_EVERY_MS);
      }
    }
    addEventListener("online", ask);
  });
}

async function answers(address) {
  try {
    return (await fetch(address, { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/** Shows that the connection is lost and waits until it is back. */
export async function waitForService(panel) {
  if (panel) panel.hidden = false;
  await serviceBack();
  if (panel) panel.hidden = true;
}
