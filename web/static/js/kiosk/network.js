/* Waiting for the service to be there again. */

const TRY_EVERY_MS = 3000;

/** Resolves when the service answers; asks now and then, and at once when the network is back. */
export function serviceBack() {
  return new Promise((resolve) => {
    let timer = 0;
    const ask = async () => {
      clearTimeout(timer);
      if (await answers()) {
        removeEventListener("online", ask);
        resolve();
      } else {
        timer = setTimeout(ask, TRY_EVERY_MS);
      }
    };
    addEventListener("online", ask);
    timer = setTimeout(ask, TRY_EVERY_MS);
  });
}

async function answers() {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
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
