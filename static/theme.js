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

  const language = (tag) => {
    if (/^zh\b/i.test(tag ?? "")) return "zh-CN";
    return /^en\b/i.test(tag ?? "") ? "en" : null;
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

  // A script that fails to load or fails its integrity check only notifies capturing listeners.
  addEventListener(
    "error",
    (event) => {
      if (event.target instanceof HTMLScriptElement && root.dataset.start === "loading") {
        root.dataset.start = "fetch-failed";
      }
    },
    true,
  );
})();
