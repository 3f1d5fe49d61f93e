// Only used by `trunk serve`. A released page at the same address may have left its service worker
// (static/sw.js) in the browser. This worker replaces it, deletes its caches and unregisters itself.
"use strict";

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const { scope } = self.registration;
  const ours = (await caches.keys()).filter((name) => name.startsWith(`sgp ${scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
