// The frame as a panel of the page round it: it can be closed, is entered, and tells its height.
import { hear, isFramed, tell } from "./host.js";

function begin() {
  const close = document.getElementById("close");
  close.hidden = false;
  close.addEventListener("click", () => tell("close"));
  // Whatever has its own use for Escape, such as a list that is open, prevents the default.
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented) tell("close");
  });
  // A frame that was hidden has lost its focus; whoever comes back goes on where they were.
  let last = null;
  document.addEventListener("focusin", ({ target }) => (last = target));
  hear("open", () => {
    const isLeft = !last?.isConnected || last === close;
    (isLeft ? document.getElementById("main") : last).focus({ preventScroll: true });
  });
  const height = () => Math.ceil(document.body.getBoundingClientRect().height);
  new ResizeObserver(() => tell("resize", { height: height() })).observe(document.body);
  tell("ready");
}

if (isFramed) begin();
