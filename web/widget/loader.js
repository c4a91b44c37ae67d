// The launcher on the city's own site: a button there, the chat in a frame. Served as /widget.js,
// where service/http/pages/widget_script.py calls it with words, style and allowed sites.
// Comments stand on lines of their own; indentation and comments are not served.
(function (given) {
  const script = document.currentScript;
  if (!script || window.Madoguchi) return;
  const service = new URL(script.src).origin;
  const { city, topic } = script.dataset;
  const spoken = script.dataset.lang || document.documentElement.lang;
  const find = (tag) => given.words.find((words) => words[0] === tag);
  const [lang, label] = find(spoken) || find(spoken.split("-")[0]) || given.words[0];
  const wide = matchMedia("(min-width: 48em)");

  function make(name, values) {
    return Object.assign(document.createElement(name), values);
  }

  function address(folder, query) {
    const path = city ? folder + "/" + encodeURIComponent(city) : folder || "/";
    return service + path + "?" + new URLSearchParams(query);
  }

  function start() {
    const link = document.querySelector("a[data-madoguchi]") ||
      document.body.appendChild(make("a", { href: address("", { lang }), textContent: label }));
    // On a site that is not listed no browser shows the frame: there the link remains a link.
    if (!given.sites.includes(location.origin) || !document.adoptedStyleSheets) return;

    const box = make("div", { lang: lang.slice(0, 2) });
    // The styles of old sites reach every button; and none of ours may reach theirs.
    const root = box.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(given.style);
    root.adoptedStyleSheets = [sheet];
    const face = { className: "launch", textContent: link.textContent.trim() || label };
    // A narrow window has no room for a frame: there the launcher is a link to the whole page.
    const page = make("a", { ...face, href: link.href });
    const button = make("button", { ...face, type: "button" });
    const panel = make("div", { id: "panel" });
    button.setAttribute("aria-controls", panel.id);
    root.append(page, button, panel);
    link.hidden = true;
    document.body.append(box);
    let frame, ready;

    function load() {
      frame = make("iframe", { title: label, referrerPolicy: "no-referrer", allow: "" });
      // Scripts and forms are the chat; its own origin, so that it may ask its server; plans open
      // in tabs of their own, which are pages like any other.
      frame.sandbox = "allow-scripts allow-same-origin allow-forms allow-popups " +
        "allow-popups-to-escape-sandbox";
      const about = topic ? { topic } : {};
      frame.src = address("/embed", { lang, host: location.origin, ...about });
      panel.append(frame);
    }

    function show(isOpen) {
      panel.hidden = !isOpen;
      button.setAttribute("aria-expanded", isOpen);
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

    // What lies under the launcher is seen as long as it has the focus.
    function stepAside() {
      const ours = (wide.matches ? button : page).getBoundingClientRect();
      const focused = document.activeElement;
      const area = focused.getBoundingClientRect();
      box.toggleAttribute("data-aside", focused !== box && area.height < innerHeight / 2 &&
        area.bottom > ours.top && area.top < ours.bottom && area.right > ours.left);
    }

    for (const kind of ["focusin", "focusout", "scroll", "resize"]) {
      addEventListener(kind, stepAside, true);
    }
    button.onclick = () => (panel.hidden ? open() : close());
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !panel.hidden && !event.defaultPrevented) close();
    });
    addEventListener("message", (event) => {
      if (event.origin !== service || !frame || event.source !== frame.contentWindow) return;
      const { madoguchi, height } = Object(event.data);
      if (madoguchi === "ready") {
        ready = true;
        // Whoever has gone elsewhere meanwhile is not called back.
        if (root.activeElement === frame) enter();
      }
      if (madoguchi === "close") close();
      // The style sheet bounds it.
      if (madoguchi === "resize" && height > 0) panel.style.height = height + "px";
    });
    show(false);
    window.Madoguchi = { open, close };
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})
