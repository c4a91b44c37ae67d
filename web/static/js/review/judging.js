/* The page of an answer by keyboard: j and k go from one thing to judge to the next, 1 to 3 judge
   the one in focus, n leads to the note, s saves. Asking again shows its answer in place; without
   script the page comes back with it. */

import { listenForKeys, offerHelp, send } from "./keys.js";

const region = document.querySelector("[data-judging]");
const form = document.getElementById("judgement");

if (form?.querySelector("[data-save]")) {
  offerHelp(region);
  const keys = new Map([
    ["j", () => move(1)],
    ["k", () => move(-1)],
    ["n", () => form.elements.namedItem("note").focus()],
    ["s", () => send(form.querySelector("[data-save]"))],
  ]);
  for (const place of [1, 2, 3]) keys.set(String(place), () => judge(place));
  listenForKeys(region, keys);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-fetch]");
  if (!button || button.dataset.plain) return;
  event.preventDefault();
  show(button);
});

function move(step) {
  const all = [...form.querySelectorAll("[data-judgeable]")];
  const here = all.indexOf(document.activeElement.closest("[data-judgeable]"));
  const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
  if (next in all) all[next].focus();
}

function judge(place) {
  const judged = document.activeElement.closest("[data-judgeable]");
  const radio = judged?.querySelectorAll('input[type="radio"]')[place - 1];
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
}

async function show(button) {
  const part = button.closest("[data-in-place]");
  const status = part.querySelector("[data-status]");
  if (part.getAttribute("aria-busy") === "true") return;
  part.setAttribute("aria-busy", "true");
  status.textContent = status.dataset.busy;
  try {
    const body = new URLSearchParams(new FormData(button.form, button));
    // A button without an address of its own gives that of the page, not that of its form.
    const own = button.getAttribute("formaction") ?? button.form.getAttribute("action");
    const reply = await fetch(own, { method: "POST", body, redirect: "error" });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const fresh = page.getElementById(part.id)?.querySelector("[data-outcome]");
    if (!reply.ok || !fresh) throw new Error("not the page that was asked for");
    part.querySelector("[data-outcome]").replaceWith(fresh);
    status.textContent = status.dataset.done;
  } catch {
    // Signed out, or no network: the browser shows what there is to see.
    button.dataset.plain = "true";
    button.click();
  } finally {
    part.removeAttribute("aria-busy");
  }
}
