// From one place found to the next: the bar that the server gives hidden, since it needs a script.

const stepper = document.querySelector("[data-hits]");
const count = Number(stepper.dataset.hits);
const place = stepper.querySelector('[role="status"]');
let at = 0;

stepper.hidden = false;
stepper.addEventListener("click", ({ target }) => {
  const step = Number(target.closest("[data-step]")?.dataset.step);
  if (step) show(at ? ((at - 1 + step + count) % count) + 1 : 1);
});
addEventListener("hashchange", fromAddress);
fromAddress();

function fromAddress() {
  const hit = /^#hit-(\d+)$/.exec(location.hash);
  if (hit) mark(Number(hit[1]));
}

function show(number) {
  mark(number);
  document.getElementById(`hit-${number}`)?.scrollIntoView({ block: "center" });
}

function mark(number) {
  document.querySelectorAll(".hit[data-current]").forEach((hit) => delete hit.dataset.current);
  document
    .querySelectorAll(`.source .hit[data-hit="${number}"]`)
    .forEach((hit) => { hit.dataset.current = ""; });
  at = number;
  place.textContent = stepper.dataset.place.replace("{number}", number);
}
