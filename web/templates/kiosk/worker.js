/* Keeps one page for when the network is lost, and nothing of what anybody asked. */
const CACHE = {{ cache | tojson }};
const PAGE = {{ page | tojson }};
const KEPT = {{ kept | tojson }};

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(KEPT)));
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const isKept = KEPT.includes(new URL(request.url).pathname);
  if (request.mode !== "navigate" && !isKept) return;
  event.respondWith(
    fetch(request).catch(() => caches.match(request.mode === "navigate" ? PAGE : request)),
  );
});
