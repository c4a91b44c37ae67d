// The conversation goes along to other pages of the frame. No cookie holds its id and no address
// may: a link or a form that would only fetch a page sends the id in a form instead.
import { heldConversation } from "../chat/sending.js";

const field = "input[name=conversation_id]";
const held = () => heldConversation() || (document.querySelector(field)?.value ?? "");
const prefix = document.querySelector("[data-prefix]").dataset.prefix;

function isInside(url) {
  const inside = url.pathname === prefix || url.pathname.startsWith(`${prefix}/`);
  const isPartOfPage = url.hash && url.pathname + url.search === location.pathname + location.search;
  return url.origin === location.origin && inside && !isPartOfPage;
}

function send(url) {
  const form = document.createElement("form");
  const id = document.createElement("input");
  Object.assign(form, { method: "post", action: url.href, hidden: true });
  Object.assign(id, { type: "hidden", name: "conversation_id", value: held() });
  form.append(id);
  document.body.append(form);
  form.submit();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
  if (!link || link.target || !isPlain || event.defaultPrevented || !held()) return;
  const url = new URL(link.href);
  if (!isInside(url)) return;
  event.preventDefault();
  send(url);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "get" || event.defaultPrevented || !held()) return;
  const url = new URL(form.action);
  url.search = new URLSearchParams(new FormData(form, event.submitter)).toString();
  if (!isInside(url)) return;
  event.preventDefault();
  send(url);
});
