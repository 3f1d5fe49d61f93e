// Runs before the first paint: sets the language, the theme and the initial state for boot.js.
(() => {
  "use strict";
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);

  // Enables the styles of an embedded page (static/css/embed.css).
  const embedded = query.get("embed") === "1";
  if (embedded) root.dataset.embed = "";

  // Storage throws if it is denied; an embedded page does not use it at all.
  const saved = (key) => {
    if (embedded) return null;
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  // As in crates/sg-core/src/language.rs: the first part of a tag, such as zh-Hant-TW or zh_TW.
  const language = (tag) => {
    const [first] = (tag ?? "").toLowerCase().split(/[-_]/);
    if (first === "zh") return "zh-CN";
    return first === "en" ? "en" : null;
  };
  const theme = (name) => (name === "light" || name === "dark" ? name : null);

  root.lang =
    language(query.get("lang")) ??
    language(saved("sgp.lang")) ??
    language(navigator.language) ??
    "en";

  const chosen = theme(query.get("theme")) ?? theme(saved("sgp.theme"));
  if (chosen) root.dataset.theme = chosen;

  // Makes the shell show only one language and one status line (static/css/shell.css).
  root.dataset.start = "loading";

  /**
   * Why a script did not arrive. In a sandboxed frame without an origin, even the page's own files are
   * cross-origin: browsers accept a module only if its server allows every origin.
   */
  const failure = () => {
    if (location.protocol === "file:") return "file";
    return self.origin === "null" ? "no-origin" : "fetch-failed";
  };

  // A file that does not arrive or fails its integrity check only notifies capturing listeners.
  addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof HTMLScriptElement && root.dataset.start === "loading") {
        root.dataset.start = failure();
      }
      if (target instanceof HTMLLinkElement && target.relList.contains("stylesheet")) {
        root.dataset.styles = "failed";
      }
    },
    true,
  );

  // Says when nothing has arrived for a while. The page announces what arrives.
  const PATIENCE = 20_000;
  let waiting;
  const arrived = () => {
    clearTimeout(waiting);
    delete root.dataset.stalled;
    if (root.dataset.start !== "loading") return;
    waiting = setTimeout(() => { root.dataset.stalled = ""; }, PATIENCE);
  };
  document.addEventListener("sgp:arrived", arrived);
  arrived();

  // The ways out of a page that cannot start are here, because boot.js may be what did not arrive.
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.('[data-recover="reload"]')) location.reload();
  });
  addEventListener("DOMContentLoaded", () => {
    for (const name of ["embed", "panes", "lock"]) query.delete(name);
    const link = document.getElementById("shell-open");
    link.href = `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`;
  });
})();
