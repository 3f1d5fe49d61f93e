// Starts the program named in <meta name="sgp-program"> and shows a recovery panel if it cannot run.
// Once it runs, caches it for offline use.
//
// Its interface with the program: the elements #shell and #app, the events sgp:ready, sgp:settled
// and sgp:panic on the document, and the attributes data-panic and data-scenario on the root element.
// Its interface with theme.js, which reloads the page and says when a download has stopped: the event
// sgp:arrived on the document.
"use strict";

const root = document.documentElement;
const element = (id) => document.getElementById(id);

/** Sets the state of the page; the style sheet shows the matching status line. */
function show(state, detail) {
  root.dataset.start = state;
  if (detail) {
    element("shell-detail").textContent = detail;
    element("shell-detail").hidden = false;
  }
  arrived();
}

/**
 * The scenario as text, for copying: what the program left on the root element, else the document
 * in the saved envelope, else the raw saved text. An embedded page does not touch storage.
 */
function scenario() {
  if (root.dataset.scenario) return root.dataset.scenario;
  if (embedded) return null;
  let saved = null;
  try {
    saved = localStorage.getItem("sgp.scene");
    const { scene } = JSON.parse(saved);
    return scene ? JSON.stringify(scene, null, 2) : saved;
  } catch {
    return saved;
  }
}

/** Called when the program has crashed: only the recovery panel stays usable. */
function recover(message) {
  if (root.dataset.start === "panic") return;
  root.dataset.start = "panic";
  element("app").inert = true;
  element("recovery-detail").textContent = message;
  element("recovery-copy").hidden = !scenario();
  element("recovery").hidden = false;
  element("recovery-title").focus();
}

/** Whether this page is embedded in another one: then it stores nothing (static/theme.js). */
const embedded = "embed" in root.dataset;

/**
 * Deletes saved data and the scenario in the URL, then reloads. An embedded page has saved nothing
 * and keeps the scenario chosen by its host.
 */
function reset() {
  if (embedded) {
    location.reload();
    return;
  }
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      const storage = window[name];
      for (const key of Object.keys(storage)) {
        if (key.startsWith("sgp.")) storage.removeItem(key);
      }
    } catch {
      // If storage is denied, there is nothing to delete.
    }
  }
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

/** Copies the scenario to the clipboard or, if that is denied, shows it as selected text. */
async function copyScene() {
  const text = scenario() ?? "";
  try {
    await navigator.clipboard.writeText(text);
    element("recovery-copied").hidden = false;
  } catch {
    const field = element("recovery-scenario");
    field.value = text;
    field.hidden = false;
    field.select();
  }
}

/** Tells that something has arrived. */
function arrived() {
  document.dispatchEvent(new Event("sgp:arrived"));
}

/** Shows how much of the program has arrived, in per cent. */
function progress(share) {
  const percent = Math.min(Math.floor(100 * share), 100);
  element("shell-progress").value = percent;
  for (const text of document.querySelectorAll("#shell [data-percent]")) text.textContent = percent;
}

/** The bytes of a response, with their number shown while they arrive. */
async function counted(response, size) {
  const pieces = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    arrived();
    if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    pieces.push(value);
    length += value.length;
    if (size > 0) progress(length / size);
  }
}

/** Throws unless bytes have an integrity hash, such as `sha384-…`. */
async function check(bytes, integrity) {
  const [, name, expected] = /^sha(\d+)-(.*)$/.exec(integrity);
  const digest = new Uint8Array(await crypto.subtle.digest(`SHA-${name}`, bytes));
  if (btoa(String.fromCharCode(...digest)) !== expected) {
    throw new Error("Failed to fetch: the program is not the one of this page");
  }
}

/**
 * Downloads and compiles the program, which is not run before its integrity hash is checked; an
 * unsealed build has none. The preload link in the page has started the same request, and a request
 * with an integrity hash would be another one. Where the browser offers no hashing (an insecure
 * origin), the request has to check it.
 */
async function download(program) {
  const { integrity, size } = program.dataset;
  const own = integrity && self.crypto?.subtle;
  const response = await fetch(new URL(program.content, document.baseURI), {
    credentials: "same-origin",
    ...(integrity && !own && { integrity }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  // Compiles what has arrived while the rest arrives. A host may not know the type of the file.
  const copy = response.clone();
  const compiled = WebAssembly.compileStreaming?.(copy) ?? Promise.reject(new TypeError());
  compiled.catch(() => {});
  const bytes = await counted(response, Number(size));
  if (own) await check(bytes, integrity);
  return compiled.catch(() => WebAssembly.compile(bytes));
}

/** Resolves when the page is visible: an embedded one may be below the fold or in a hidden tab. */
function inSight() {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element("shell"));
  });
}

async function start() {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
    show("no-wasm");
    return;
  }

  if (embedded && typeof IntersectionObserver === "function") await inSight();

  const program = document.querySelector('meta[name="sgp-program"]');
  let glue;
  let compiled;
  try {
    [compiled, glue] = await Promise.all([
      download(program),
      import(new URL(program.dataset.glue, document.baseURI)),
    ]);
  } catch (error) {
    // Some hosts allow every origin for scripts and not for the program (static/theme.js).
    const denied = self.origin === "null" && error instanceof TypeError;
    show(denied ? "no-origin" : "fetch-failed", String(error));
    return;
  }

  try {
    await glue.default({ module_or_path: compiled });
  } catch (error) {
    // A panic during startup has already shown its own message.
    if (root.dataset.start !== "panic") show("start-failed", String(error));
  }
}

/** The service worker that caches this build for offline use (static/sw.js). */
const WORKER = "./sw.js";

/**
 * Caches this build, if it has a worker (xtask/src/seal.rs) and the page is not embedded. Nothing
 * waits for this, and if the browser refuses (insecure origin, sandbox, storage denied or full) the
 * page works without it. A worker URL is a Trusted Types sink: the only policy of this page allows
 * this one URL.
 */
async function keepForLater() {
  const program = document.querySelector('meta[name="sgp-program"]');
  if (embedded || window !== window.top || !("worker" in program.dataset)) return;
  try {
    const policy = window.trustedTypes?.createPolicy("sgp-sw", { createScriptURL: () => WORKER });
    await navigator.serviceWorker?.register(policy?.createScriptURL(WORKER) ?? WORKER);
  } catch {
    // Offline use is optional, so failures are ignored.
  }
}

document.addEventListener("sgp:ready", () => {
  if (root.dataset.start === "panic") return;
  root.dataset.start = "ready";
  element("shell").hidden = true;
  arrived();
});

// Not before: the worker would download at the same time what the program is downloading.
document.addEventListener("sgp:settled", keepForLater);

document.addEventListener("sgp:panic", () => recover(root.dataset.panic ?? ""));

/**
 * What nobody catches. Until the page is there, it has not started: a replaced clock may throw, for
 * example. Later, a trap such as a stack overflow ends the program, and so does anything else that is
 * thrown through it, because it leaves the program in the middle of something.
 */
function uncaught(error) {
  const trapped = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  // A late event that nobody listens for any more is thrown back before it reaches the program.
  const late = /^closure invoked/.test(error?.message ?? "");
  const own = trapped || (!late && /wasm/.test(error?.stack ?? ""));
  if (root.dataset.start === "loading" && own) show("start-failed", String(error));
  else if (root.dataset.start === "ready" && own) recover(String(error));
}

addEventListener("error", ({ error }) => uncaught(error));
addEventListener("unhandledrejection", ({ reason }) => uncaught(reason));

for (const [name, action] of [["reset", reset], ["copy", copyScene]]) {
  for (const button of document.querySelectorAll(`[data-recover="${name}"]`)) {
    button.addEventListener("click", action);
  }
}

/**
 * Gives the page a clock where another script or an extension has left none, or one that throws or
 * returns no number: the libraries of the program ask it without expecting that.
 */
function mendClock() {
  try {
    if (Number.isFinite(Date.now())) return;
  } catch {
    // Replaced below.
  }
  Date.now = () => performance.timeOrigin + performance.now();
}

root.dataset.boot = "";
mendClock();
start();
