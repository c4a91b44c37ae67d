/* The chat, made quicker: questions are sent without leaving the page. Whatever fails here leaves
   the forms as they are, and those work by themselves. */

import { Announcer } from "./announcer.js";
import { Composer } from "./composer.js";
import { Counter } from "./counter.js";
import { keepDraft } from "./draft.js";
import { Log } from "./log.js";
import { Progress } from "./progress.js";
import { Speech } from "./speech.js";
import { SuggestionList } from "./suggestion_list.js";
import { Typing } from "./typing.js";
import { vote } from "./voting.js";

/** Wire a chat. @returns {() => void} takes every listener away again */
export function start(chat) {
  const done = new AbortController();
  const { signal } = done;
  const form = chat.querySelector("#composer");
  const input = form.querySelector("#question");
  const [polite, urgent] = chat.querySelectorAll("[data-announcer]");
  const announcer = new Announcer(polite, urgent);
  const typing = new Typing(input, signal);
  const list = new SuggestionList(form.querySelector("#suggestions"), {
    input, form, announcer, typing, signal,
  });
  const composer = new Composer(form, {
    log: new Log(chat, announcer),
    progress: new Progress(form.querySelector("#progress"), announcer),
    announcer, typing, signal,
  });
  if (document.documentElement.dataset.surface === "web") {
    keepDraft(input, document.querySelector(".settings"), signal);
  }
  const counter = new Counter(form.querySelector("#count"), input, announcer, signal);
  const speech = "speechSynthesis" in window ? new Speech(chat, signal) : null;

  list.addEventListener("take", () => form.requestSubmit(), { signal });
  composer.addEventListener("send", () => list.close(), { signal });
  composer.addEventListener("answer", () => (counter.count(), speech?.offer()), { signal });
  composer.addEventListener("strange", ({ detail }) => leave(detail.form, detail.submitter), {
    signal,
  });

  let leaving = false;
  addEventListener("pageshow", () => (leaving = false), { signal }); // also after Back
  function leave(sent, submitter) {
    leaving = true;
    sent.requestSubmit(submitter);
  }
  chat.addEventListener(
    "submit",
    async (event) => {
      const { target: sent, submitter } = event;
      if (leaving || submitter?.hasAttribute("formaction")) return;
      if (sent.matches("[data-vote]")) {
        event.preventDefault();
        if (!(await vote(sent, submitter))) leave(sent, submitter);
      } else if (sent === form || sent.matches("[data-ask]")) {
        event.preventDefault();
        await composer.ask(sent, submitter, sent !== form);
      }
    },
    { signal },
  );
  return () => done.abort();
}

const chat = document.querySelector("#chat");
if (chat?.querySelector("#composer")) start(chat);
