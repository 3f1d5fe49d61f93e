// Only while `trunk serve` runs: a released page that stood at this address may have left its worker
// (static/sw.js) in the browser. This one comes in its place, takes away what it kept, and goes too.
"use strict";

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const { scope } = self.registration;
  const ours = (await caches.keys()).filter((name) => name.startsWith(`sgp ${scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
