// Adjusts the height of each embedded playground to its contents.
//
// A playground posts { type: "sgp:height", height } whenever its height changes. Any window can post
// messages to this page, and a sandboxed frame has no origin to check, so the sender is compared with
// the windows of our own frames, and only plausible numbers are accepted.
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
