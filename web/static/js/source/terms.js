// Cards with explanations: the browser opens and closes them; here their text is brought to who
// reads by ear, and a card closes when its link is followed.

for (const card of document.querySelectorAll(".term-card")) {
  card.addEventListener("toggle", (event) => {
    if (event.newState === "open") card.focus({ preventScroll: true });
  });
  card.querySelector("a")?.addEventListener("click", () => card.hidePopover());
}
