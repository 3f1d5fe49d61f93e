// Keeps a whole build in the browser, so that the page opens without a network after the first visit.
//
// `xtask seal` writes the list of the build above these lines: FILES, each path with the hash of its
// content (the page itself is the empty path), and BUILD, a name made of all of them.
//
// A page never runs with files of another build:
// - A build is kept whole or not at all, and each file is held against its hash before.
// - A file whose name holds the hash of its content is the same for ever: it comes from what is kept.
// - The pages, and what they name without a hash, are asked for first, so that whoever has a network
//   sees the newest build. What is kept answers only when the network does not, and then from one
//   build, whose files lie beside it.
// - An older build stays for as long as a page of it may be open and ask for its files.
// Everything else passes by untouched.
"use strict";

const { scope } = self.registration;
/** What the names of this page's caches begin with: a host may have others, and another copy of this. */
const OURS = `sgp ${scope} `;
const KEPT = OURS + BUILD;

/** Names that the build derives from the content, as `boot-5f690f06b47549df.js`. */
const NAMED_BY_CONTENT = /-[0-9a-f]{8,16}(_bg)?\.[a-z]+$/;

/** How long the network may be silent before what is kept is shown, in milliseconds. */
const PATIENCE = 4000;

addEventListener("install", (event) => event.waitUntil(keep()));

addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path === undefined) return;
  const answer = NAMED_BY_CONTENT.test(path) ? kept : newest;
  event.respondWith(answer(path, event.request));
  if (event.request.mode === "navigate") event.waitUntil(sweep());
});

/**
 * The file that a request is for, whatever its query says: one of this build, or one that an older
 * build has named after its content.
 */
function pathOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (method !== "GET" || !address.startsWith(scope)) return undefined;
  const path = address.slice(scope.length);
  if (path === "index.html") return "";
  return Object.hasOwn(FILES, path) || NAMED_BY_CONTENT.test(path) ? path : undefined;
}

/** Downloads the build, and keeps it once all of it has arrived and is what it should be. */
async function keep() {
  const files = await Promise.all(Object.entries(FILES).map(download));
  // What an interrupted attempt may have left is no whole build.
  await caches.delete(KEPT);
  const cache = await caches.open(KEPT);
  try {
    await Promise.all(files.map(([address, answer]) => cache.put(address, answer)));
  } catch (error) {
    await caches.delete(KEPT);
    throw error;
  }
  await self.skipWaiting();
}

/** A file under its hash. What the browser has from loading the page is not downloaded again. */
async function download([path, integrity]) {
  const ask = (cache) => fetch(scope + path, { cache, integrity, mode: "same-origin" });
  const answer = NAMED_BY_CONTENT.test(path)
    ? await ask("force-cache").catch(() => ask("reload"))
    : await ask("no-cache");
  if (answer.status !== 200) throw new Error(`${path}: HTTP ${answer.status}`);
  // Some hosts redirect page.html to page. The content is the right one, as its hash has shown, but
  // no page may be answered with what a redirect brought.
  return [scope + path, answer.redirected ? new Response(answer.body, answer) : answer];
}

/** A file that never changes: from this build or any other that has it, else from the network. */
async function kept(path, request) {
  return (await find(path, { cacheName: KEPT })) ?? (await find(path)) ?? fetch(request);
}

/**
 * A file that may change: from the network, and past the browser's own cache, whose older page may
 * name files that are gone. From this build if the network fails, is silent, or has a broken server.
 */
async function newest(path, { url, headers, redirect }) {
  const asked = fetch(url, { headers, redirect, cache: "no-cache", mode: "same-origin" });
  const silence = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([asked, silence]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await find(path, { cacheName: KEPT })) ?? asked;
}

/** A kept file, if there is one and the browser lets it be read. */
async function find(path, where) {
  try {
    return await caches.match(scope + path, { ignoreVary: true, ...where });
  } catch {
    return undefined;
  }
}

/**
 * Forgets the builds before this one when at most one page is open: that is the one being left or
 * one that has started, and neither asks for files any more. A frame may ask for them later, because
 * it does not start before it comes into sight.
 */
async function sweep() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.filter(({ url }) => url.startsWith(scope));
  if (open.length > 1 || open.some(({ frameType }) => frameType === "nested")) return;
  // In the order in which they were made: a build that is just being kept comes after this one.
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  const older = ours.slice(0, Math.max(ours.indexOf(KEPT), 0));
  await Promise.all(older.map((name) => caches.delete(name)));
}
