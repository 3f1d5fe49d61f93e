// Makes each embedded scene as high as what it shows.
//
// A scene says { type: "sgp:height", height } whenever its height changes. Anybody can send a message
// to this page, and a sandboxed scene has no origin to check: so the sender is compared with the
// windows of our own frames, and nothing but a sensible number is taken.
"use strict";

const LOWEST = 120;
const HIGHEST = 4000;

addEventListener("message", (event) => {
  const frame = [...document.querySelectorAll("iframe")].find(
    (frame) => frame.contentWindow === event.source,
  );
  const { type, height } = event.data ?? {};
  if (!frame || type !== "sgp:height" || !Number.isFinite(height)) return;
  frame.height = Math.min(Math.max(Math.ceil(height), LOWEST), HIGHEST);
});
