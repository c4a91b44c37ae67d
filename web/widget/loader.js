// The launcher on the city's own site: a button there, the chat in a frame. Served as /widget.js,
// where service/http/pages/widget_script.py calls it with words, style and allowed sites.
// Comments stand on lines of their own; none may begin inside a line.
(function (given) {
  "use strict";
  const script = document.currentScript;
  if (!script || window.Madoguchi) return;
  const service = new URL(script.src).origin;
  const { city, topic } = script.dataset;
  const spoken = script.dataset.lang || document.documentElement.lang || "";
  const find = (tag) => given.words.find((words) => words[0] === tag);
  const [lang, label, title] = find(spoken) || find(spoken.split("-")[0]) || given.words[0];
  const wide = matchMedia("(min-width: 48em)");
  const [least, most] = [320, 720];

  function make(name, values) {
    return Object.assign(document.createElement(name), values);
  }

  function address(folder, query) {
    return service + (folder + (city ? "/" + encodeURIComponent(city) : "") || "/") +
      "?" + new URLSearchParams(query);
  }

  function start() {
    const link = document.querySelector("a[data-madoguchi]") ||
      document.body.appendChild(make("a", { href: address("", { lang }), textContent: label }));
    // On a site that is not listed no browser shows the frame: there the link remains a link.
    if (!given.sites.includes(location.origin) || !("adoptedStyleSheets" in document)) return;

    const box = make("div", { lang: link.closest("[lang]")?.lang || "" });
    // The styles of old sites reach every button; and none of ours may reach theirs.
    const root = box.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(given.style);
    root.adoptedStyleSheets = [sheet];
    const face = { className: "launch", textContent: link.textContent.trim() || label };
    // A narrow window has no room for a frame: there the launcher is a link to the whole page.
    const page = make("a", { ...face, href: link.href });
    const button = make("button", { ...face, type: "button" });
    const panel = make("div", { id: "panel", hidden: true });
    button.setAttribute("aria-controls", panel.id);
    button.setAttribute("aria-expanded", "false");
    root.append(page, button, panel);
    link.hidden = true;
    document.body.append(box);

    let frame;
    let ready = false;

    function load() {
      frame = make("iframe", { title, lang: lang.slice(0, 2), referrerPolicy: "no-referrer" });
      frame.setAttribute("allow", "");
      // Scripts and forms are the chat; its own origin, so that it may ask its server; plans open
      // in tabs of their own, which are pages like any other.
      frame.sandbox = "allow-scripts allow-same-origin allow-forms allow-popups " +
        "allow-popups-to-escape-sandbox";
      const query = { lang, host: location.origin };
      if (topic) query.topic = topic;
      frame.src = address("/embed", query);
      panel.append(frame);
    }

    function show(open) {
      panel.hidden = !open;
      button.setAttribute("aria-expanded", open);
    }

    function enter() {
      frame.contentWindow.postMessage({ madoguchi: "open" }, service);
    }

    function open() {
      if (!wide.matches) return location.assign(page.href);
      if (!frame) load();
      show(true);
      frame.focus();
      if (ready) enter();
    }

    function close() {
      const inside = root.activeElement;
      show(false);
      if (inside) button.focus();
    }

    // What lies under the launcher is seen again as soon as it has the focus.
    function stepAside() {
      const face = (wide.matches ? button : page).getBoundingClientRect();
      const focused = document.activeElement;
      const area = focused.getBoundingClientRect();
      box.toggleAttribute("data-aside", focused !== box && focused !== document.body &&
        area.height < innerHeight / 2 && area.bottom > face.top && area.top < face.bottom &&
        area.right > face.left && area.left < face.right);
    }

    for (const kind of ["focusin", "focusout", "scroll", "resize"]) {
      addEventListener(kind, stepAside, { capture: true, passive: true });
    }
    button.addEventListener("click", () => (panel.hidden ? open() : close()));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !panel.hidden && !event.defaultPrevented) close();
    });
    addEventListener("message", (event) => {
      if (event.origin !== service || !frame || event.source !== frame.contentWindow) return;
      const { madoguchi, height } = Object(event.data);
      if (madoguchi === "ready") {
        ready = true;
        // Whoever has gone elsewhere meanwhile is not called back.
        if (root.activeElement === frame) enter();
      } else if (madoguchi === "close") close();
      else if (madoguchi === "resize" && Number.isFinite(height)) {
        panel.style.height = Math.min(Math.max(height, least), most) + "px";
      }
    });
    window.Madoguchi = Object.freeze({ open, close });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})
