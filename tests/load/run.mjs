// How long the page takes to start and to answer, on a slow line and a slow processor.
//
//     cargo xtask build && cargo xtask build --config tests/load/empty/Trunk.toml --dist "$PWD/target/empty"
//     cd tests/load && npm install --no-package-lock
//     node run.mjs empty=../../target/empty before=/path/of/an/older/dist now=../../dist
//
// Each name=folder is one page; the pages take turns, round after round (ROUNDS, 5 if absent), so that
// a busy machine slows all of them. The line has 1.6 Mbit/s and 150 ms, the processor a quarter of its
// speed; every file is sent with Brotli, as a good host does. Prints a Markdown table of medians, with
// the least and the most. CHROME names the browser when it is not called chromium on PATH.
//
// Ready: the program has drawn the page. A flip: the time from pressing the switch of G2 to the next
// frame, as Event Timing gives it, in steps of 8 ms. The matrix has changed in that frame; the reasons
// follow in the next one.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";
import { median, serve, spread } from "./page.mjs";

const rounds = Number(process.env.ROUNDS ?? 5);
const FLIPS = 8;
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWDOWN = 4;

const pages = await Promise.all(process.argv.slice(2).map(async (argument) => {
  const [name, folder] = argument.split("=");
  if (!folder) throw new Error(`${argument}: expected name=folder`);
  return { name, origin: await serve(folder), seen: [] };
}));
if (!pages.length) throw new Error("no page given: the first lines of this file say how");

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (let round = 0; round < rounds; round += 1) {
  for (const page of pages) page.seen.push(await visit(page.origin));
}
await browser.close();

console.log("| page | transfer | first paint | ready | against the first page | flip, median | flip, most |");
console.log("|---|---|---|---|---|---|---|");
for (const { name, seen } of pages) {
  const of = (key) => seen.map((one) => one[key]);
  const ratios = seen.map((one, round) => one.ready / pages[0].seen[round].ready);
  const flips = seen.flatMap((one) => one.flips);
  const flip = flips.length ? `${median(flips)} ms | ${Math.max(...flips)} ms` : "– | –";
  console.log(
    `| ${name} | ${(median(of("transfer")) / 1000).toFixed(0)} kB | ${spread(of("paint"))} | ${spread(of("ready"))} ` +
    `| ${median(ratios).toFixed(2)} | ${flip} |`,
  );
}
process.exit(0);

/** One first visit: a browser context without a cache. */
async function visit(origin) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let transfer = 0;
  await session.send("Network.enable");
  session.on("Network.loadingFinished", ({ encodedDataLength }) => { transfer += encodedDataLength; });
  await session.send("Network.emulateNetworkConditions", LINE);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await page.addInitScript(() => {
    const seen = { flips: [] };
    window.seen = seen;
    const ready = () => document.documentElement?.dataset.start === "ready" || document.querySelector("main.ready");
    const observer = new MutationObserver(() => {
      if (seen.ready === undefined && ready()) {
        // The frame in which it is seen.
        seen.ready = null;
        requestAnimationFrame(() => setTimeout(() => { seen.ready = performance.now(); observer.disconnect(); }));
      }
    });
    observer.observe(document, { attributes: true, childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.interactionId) seen.flips.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16 });
  });
  await page.goto(origin, { waitUntil: "commit" });
  await page.waitForFunction(() => window.seen?.ready > 0 && performance.getEntriesByName("first-contentful-paint").length > 0, undefined, { timeout: 120_000 });
  const { ready, paint } = await page.evaluate(() => ({
    ready: window.seen.ready,
    paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  }));
  const arrived = transfer;
  // What is fetched ahead must not take part in the flips.
  await page.waitForLoadState("networkidle");
  const flips = [];
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const off = page.locator("#group-sg-bp1g2 .seg button[aria-pressed=false]").first();
    if (!(await off.count())) break;
    // The first press includes whatever is drawn for the first time only.
    await off.hover();
    await page.waitForTimeout(400);
    const before = await page.evaluate(() => window.seen.flips.length);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(600);
    // An interaction shorter than 16 ms has no entry.
    // Of the events of one press the slowest counts.
    flips.push(await page.evaluate((before) => Math.max(8, ...window.seen.flips.slice(before)), before));
  }
  await context.close();
  return { transfer: arrived, paint, ready, flips };
}
