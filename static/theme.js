// Runs before the first paint: language, theme, and the state that boot.js then moves on.
(() => {
  "use strict";
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);

  // From here on the styles show a page inside another one (static/css/embed.css).
  const embedded = query.get("embed") === "1";
  if (embedded) root.dataset.embed = "";

  // Storage throws when it is denied, and an embedded page does not touch it at all.
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

  // From here on the shell shows one language and one status line (static/css/shell.css).
  root.dataset.start = "loading";

  // A script that does not arrive, or fails its integrity check, says so only to a capturing listener.
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
