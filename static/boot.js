// Starts the program named in <meta name="sgp-program"> and shows a recovery panel if it cannot run.
// Once it runs, caches it for offline use.
//
// Its interface with the program: the elements #shell and #app, the events sgp:ready and sgp:panic
// on the document, and the attributes data-panic and data-scenario on the root element.
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

/** Downloads the program and checks its integrity hash, which an unsealed build does not have. */
function download(program) {
  const integrity = program.dataset.integrity;
  return fetch(new URL(program.content, document.baseURI), {
    credentials: "same-origin",
    ...(integrity && { integrity }),
  });
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
  keepForLater();
});

document.addEventListener("sgp:panic", () => recover(root.dataset.panic ?? ""));

// A trap that is not a panic, such as a stack overflow, also ends the program.
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
