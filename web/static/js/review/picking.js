// Searches for passages in place: the form is sent as without script, and of the page that comes
// back only the picker is taken. What else was typed stays untouched.

document.addEventListener("click", (event) => {
  const button = event.target.closest?.('[data-picker] button[name="search"]');
  if (!button || button.dataset.plain) return;
  event.preventDefault();
  search(button);
});

async function search(button) {
  const picker = button.closest("[data-picker]");
  if (picker.getAttribute("aria-busy") === "true") return;
  picker.setAttribute("aria-busy", "true");
  try {
    const body = new URLSearchParams(new FormData(button.form, button));
    // A button without an address of its own gives that of the page, not that of its form.
    const own = button.getAttribute("formaction") ?? button.form.getAttribute("action");
    const reply = await fetch(own, { method: "POST", body });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const fresh = page.getElementById(picker.id);
    if (!fresh) throw new Error("no picker in the reply");
    take(picker, fresh, ".picker__choices");
    picker.querySelector('[role="status"]').textContent =
      fresh.querySelector('[role="status"]').textContent;
  } catch {
    // Signed out, or no network: the browser shows what there is to see.
    button.dataset.plain = "true";
    button.click();
  } finally {
    picker.removeAttribute("aria-busy");
  }
}

function take(picker, fresh, part) {
  picker.querySelector(part).replaceWith(fresh.querySelector(part));
}
