/* The page that stands where no page could be loaded: goes on by itself. A visit that was left
   meanwhile is erased first. */

import { serviceBack } from "./network.js";

const idleMs = document.querySelector("[data-idle]").dataset.idle * 1000;
const lostAt = Date.now();
// `/kiosk/{city}`, whatever page of it could not be loaded.
const start = location.pathname.split("/").slice(0, 3).join("/");

await serviceBack();
if (Date.now() - lostAt >= idleMs) {
  await fetch(`${start}/end`, { method: "POST", redirect: "manual" }).catch(() => null);
}
location.replace(start);
