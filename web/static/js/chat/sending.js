/* Sends a form and gets a part of the page back. */

export const Outcome = Object.freeze({
  DONE: "done", // the part asked for
  REFUSED: "refused", // what to mend, or what to wait for
  LOST: "lost", // no connection
  STRANGE: "strange", // something that is not ours: the browser had better send it itself
});

/* A frame on another site keeps no cookies: there the page remembers its conversation. */
let conversation = "";

/** The id of the conversation that this page has begun; "" before its first answer. */
export const heldConversation = () => conversation;

/**
 * @param {HTMLFormElement} form
 * @param {FormData} data
 * @param {string} part  "turn" or "vote"
 * @returns {Promise<{outcome: string, element: HTMLElement | null, again: boolean}>}
 *   again  whether the same may be sent again as it is
 */
export async function send(form, data, part) {
  const headers = { Accept: "text/html", "Madoguchi-Fragment": part };
  if (conversation) headers["Madoguchi-Conversation"] = conversation;
  let response;
  let text;
  try {
    const body = new URLSearchParams(data);
    response = await fetch(form.action, { method: "POST", headers, body, redirect: "error" });
    text = await response.text();
  } catch {
    return { outcome: Outcome.LOST, element: null, again: true };
  }
  conversation = response.headers.get("Madoguchi-Conversation") ?? conversation;
  const element = parsed(text);
  if (response.ok && element?.matches("li.turn, .vote__thanks")) {
    return { outcome: Outcome.DONE, element, again: false };
  }
  if (!response.ok && element?.matches("#error")) {
    return { outcome: Outcome.REFUSED, element, again: response.status !== 422 };
  }
  return { outcome: Outcome.STRANGE, element: null, again: false };
}

function parsed(text) {
  const holder = document.createElement("template");
  holder.innerHTML = text; // from our own server, which escapes; scripts in it would not run
  return holder.content.firstElementChild;
}
