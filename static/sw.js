// Caches a whole build, so that the page works offline after the first visit.
//
// `xtask seal` prepends the file list of the build: FILES, each path with the hash of its content
// (the page itself is the empty path), and BUILD, a name derived from all of them.
//
// A page never runs with files of another build:
// - A build is cached completely or not at all, and each file is checked against its hash first.
// - A file with a content hash in its name never changes, so it is served from the cache.
// - Pages, and files without a hash in their name, are requested from the network first, so that
//   online visitors get the newest build. The cache answers only if the network does not, and then
//   all files come from the same build.
// - An older build is kept as long as an open page may still request its files.
// All other requests are ignored.
"use strict";

const { scope } = self.registration;
/** The prefix of this page's cache names: an origin may host other caches, or another copy. */
const OURS = `sgp ${scope} `;
const KEPT = OURS + BUILD;

/** File names with a content hash, such as `boot-5f690f06b47549df.js`. */
const NAMED_BY_CONTENT = /-[0-9a-f]{8,16}(_bg)?\.[a-z]+$/;

/** How long to wait for the network before using the cache, in milliseconds. */
const PATIENCE = 4000;

/**
 * How many files are downloaded at a time. Hosts that speak HTTP/1.1 get six connections, and the page
 * must find one free when somebody asks for a part again that did not arrive.
 */
const AT_A_TIME = 3;

/** How long a file may take, in milliseconds: one that stopped must not hold its connection for ever. */
const LONGEST = 60_000;

addEventListener("install", (event) => event.waitUntil(keep()));

addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path === undefined) return;
  const answer = NAMED_BY_CONTENT.test(path) ? kept : newest;
  event.respondWith(answer(path, event.request));
  if (event.request.mode === "navigate") event.waitUntil(sweep());
});

/**
 * The file that a request is for, ignoring its query: a file of this build, or a file of an older
 * build with a content hash in its name.
 */
function pathOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (method !== "GET" || !address.startsWith(scope)) return undefined;
  const path = address.slice(scope.length);
  if (path === "index.html") return "";
  return Object.hasOwn(FILES, path) || NAMED_BY_CONTENT.test(path) ? path : undefined;
}

/** Downloads the build and caches it once every file has arrived and matches its hash. */
async function keep() {
  const waiting = Object.entries(FILES);
  const files = [];
  const inTurn = async () => {
    while (waiting.length) files.push(await download(waiting.pop()));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, inTurn)).finally(() => {
    waiting.length = 0;
  });
  // An interrupted attempt may have left an incomplete build.
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

/** Downloads a file and checks its hash. Uses the HTTP cache filled by loading the page. */
async function download([path, integrity]) {
  const ask = (cache) => {
    const signal = AbortSignal.timeout(LONGEST);
    return fetch(scope + path, { cache, integrity, mode: "same-origin", signal });
  };
  const answer = NAMED_BY_CONTENT.test(path)
    ? await ask("force-cache").catch(() => ask("reload"))
    : await ask("no-cache");
  if (answer.status !== 200) throw new Error(`${path}: HTTP ${answer.status}`);
  // Some hosts redirect page.html to page. The hash proves that the content is right, but a navigation
  // must not be answered with a redirected response.
  return [scope + path, new Response(await answer.blob(), answer)];
}

/** A file that never changes: from the cache of any build that has it, else from the network. */
async function kept(path, request) {
  return (await find(path, { cacheName: KEPT })) ?? (await find(path)) ?? fetch(request);
}

/**
 * A file that may change: from the network, bypassing the HTTP cache, because an older page may refer
 * to files that no longer exist. From this build if the network fails, times out or returns an error.
 */
async function newest(path, { url, headers, redirect }) {
  const asked = fetch(url, { headers, redirect, cache: "no-cache", mode: "same-origin" });
  const silence = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([asked, silence]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await find(path, { cacheName: KEPT })) ?? asked;
}

/** A cached file, if there is one and the browser allows reading it. */
async function find(path, where) {
  try {
    return await caches.match(scope + path, { ignoreVary: true, ...where });
  } catch {
    return undefined;
  }
}

/**
 * Deletes older builds if at most one page is open: it is either being left or has started, and
 * requests no more files in either case. An embedded page may still request files later, because it
 * starts only when it becomes visible.
 */
async function sweep() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.filter(({ url }) => url.startsWith(scope));
  if (open.length > 1 || open.some(({ frameType }) => frameType === "nested")) return;
  // In creation order: a build that is just being cached comes after this one.
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  const older = ours.slice(0, Math.max(ours.indexOf(KEPT), 0));
  await Promise.all(older.map((name) => caches.delete(name)));
}
