// Counts what stands in a box one a line; the server says the number at the beginning.

for (const told of document.querySelectorAll("[data-lines-of]")) {
  const box = document.getElementById(told.dataset.linesOf);
  box?.addEventListener("input", () => {
    const count = box.value.split("\n").filter((line) => line.trim()).length;
    told.textContent = told.dataset.said.replace("{count}", count);
  });
}
