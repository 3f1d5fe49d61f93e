// Starts the program named in <meta name="sgp-program">, and takes over when it cannot run. Once it
// runs, lets the browser keep it for a visit without a network.
//
// With the program it agrees on: the elements #shell and #app, the events sgp:ready and sgp:panic
// on the document, and the attributes data-panic and data-scene on the root element.
"use strict";

const root = document.documentElement;
const element = (id) => document.getElementById(id);

/** Moves the page to another state; the stylesheet shows the line that belongs to it. */
function show(state, detail) {
  root.dataset.start = state;
  if (detail) {
    element("shell-detail").textContent = detail;
    element("shell-detail").hidden = false;
  }
}

/**
 * The scene as text, for copying: what the program left on the root element, else the document in
 * the envelope it saved, else whatever is saved. An embedded page does not touch the storage.
 */
function scene() {
  if (root.dataset.scene) return root.dataset.scene;
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

/** The program is dead: nothing on the page may be used any more but the panel. */
function recover(message) {
  if (root.dataset.start === "panic") return;
  root.dataset.start = "panic";
  element("app").inert = true;
  element("recovery-detail").textContent = message;
  element("recovery-copy").hidden = !scene();
  element("recovery").hidden = false;
  element("recovery-title").focus();
}

/** Whether this page is a part of another one: then it keeps nothing (static/theme.js). */
const embedded = "embed" in root.dataset;

/**
 * Forgets what this page saved, and the scene in the address, then starts afresh. An embedded page
 * saved nothing, and its scene is the one its host has chosen.
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
      // Denied storage holds nothing to forget.
    }
  }
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

/** Puts the scene on the clipboard, or, where that is refused, in a field with the text selected. */
async function copyScene() {
  const text = scene() ?? "";
  try {
    await navigator.clipboard.writeText(text);
    element("recovery-copied").hidden = false;
  } catch {
    const field = element("recovery-scene");
    field.value = text;
    field.hidden = false;
    field.select();
  }
}

/** Downloads the program under its integrity hash. Absent in a build that was not sealed. */
function download(program) {
  const integrity = program.dataset.integrity;
  return fetch(new URL(program.content, document.baseURI), {
    credentials: "same-origin",
    ...(integrity && { integrity }),
  });
}

/** Comes true when the page is in sight: an embedded one may stand far below, or in a closed tab. */
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
  let response;
  try {
    [response, glue] = await Promise.all([
      download(program),
      import(new URL(program.dataset.glue, document.baseURI)),
    ]);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
  } catch (error) {
    show("fetch-failed", String(error));
    return;
  }

  try {
    await glue.default({ module_or_path: response });
  } catch (error) {
    // A panic on the way has its own panel, with its own message.
    if (root.dataset.start !== "panic") show("start-failed", String(error));
  }
}

/** The worker that keeps this build for a visit without a network (static/sw.js). */
const WORKER = "./sw.js";

/**
 * Lets the browser keep this build. Only a build that names a worker has one (xtask/src/seal.rs), and
 * a page inside another keeps nothing. Nobody waits for it, and where the browser refuses (an insecure
 * address, a sandbox, storage denied or full) the page is the same without. A worker's address is
 * dangerous in other hands: the one policy of this page knows this one and no other.
 */
async function keepForLater() {
  const program = document.querySelector('meta[name="sgp-program"]');
  if (embedded || window !== window.top || !("worker" in program.dataset)) return;
  try {
    const policy = window.trustedTypes?.createPolicy("sgp-sw", { createScriptURL: () => WORKER });
    await navigator.serviceWorker?.register(policy?.createScriptURL(WORKER) ?? WORKER);
  } catch {
    // Then nothing is kept, which nobody has asked for either.
  }
}

document.addEventListener("sgp:ready", () => {
  if (root.dataset.start === "panic") return;
  root.dataset.start = "ready";
  element("shell").hidden = true;
  keepForLater();
});

document.addEventListener("sgp:panic", () => recover(root.dataset.panic ?? ""));

// A trap that is no panic, such as an exhausted stack, leaves the program just as dead.
addEventListener("error", (event) => {
  const { error } = event;
  const trapped = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  const exhausted = error instanceof RangeError && /wasm/.test(error.stack ?? "");
  if (trapped || exhausted) recover(String(error));
});

for (const button of document.querySelectorAll("[data-recover]")) {
  const actions = { reload: () => location.reload(), reset, copy: copyScene };
  button.addEventListener("click", actions[button.dataset.recover]);
}

root.dataset.boot = "";
start();
