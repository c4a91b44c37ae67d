// The contents column: unfolded where it stands beside the text, the section being read marked.

const contents = document.querySelector("[data-contents]");

if (contents) {
  const beside = matchMedia("(min-width: 64rem)");
  const unfold = () => {
    contents.querySelector("details").open = beside.matches;
  };
  beside.addEventListener("change", unfold);
  unfold();
  follow([...contents.querySelectorAll('a[href^="#"]')]);
}

function follow(links) {
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  const passed = new Set();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, boundingClientRect, rootBounds } of entries) {
        if (boundingClientRect.top < rootBounds.bottom) passed.add(target);
        else passed.delete(target);
      }
      mark(links[headings.findLastIndex((heading) => passed.has(heading))]);
    },
    // A section is being read from when its heading comes into the upper third of the window.
    { rootMargin: "100000px 0px -66% 0px" },
  );
  headings.forEach((heading) => watch.observe(heading));
}

let current;

function mark(link) {
  if (link === current) return;
  current?.removeAttribute("aria-current");
  current = link;
  if (!link) return;
  link.setAttribute("aria-current", "location");
  // Only the column itself is scrolled, never the page.
  const { top, bottom } = link.getBoundingClientRect();
  const column = contents.getBoundingClientRect();
  if (top < column.top) contents.scrollTop += top - column.top;
  else if (bottom > column.bottom) contents.scrollTop += bottom - column.bottom;
}
