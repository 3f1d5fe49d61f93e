// How long the page takes to import a large account: 500 groups, 2,000 interfaces, 10,000 rules.
//
//     cargo xtask build
//     cd tests/load && npm install --no-package-lock
//     node import.mjs before=/path/of/an/older/dist now=../../dist
//
// Each name=folder is one page; the pages take turns, round after round (ROUNDS, 5 if absent), so that
// a busy machine slows all of them. The account is that of account.mjs; SINGLES gives so many of its
// interfaces a row of their own, FILE reads another account from a file. CHROME names the browser when
// it is not called chromium on PATH. Prints a Markdown table of medians, with the least and the most.
//
// Read: from dropping the file until the dialog shows what was read. Opened: from pressing Open, which
// is at once, until the matrix has drawn cells of the account. Longest task: the longest time in which
// the page could draw nothing and react to nothing, from dropping the file until five seconds after the
// matrix; tasks under 50 ms have no entry. After an edit: the same for the five seconds after the policy
// of a group is switched, when the address and what is saved have followed. Processor: what the thread
// of the page used until the matrix, which a busy machine changes least. Memory: what the process of
// the page holds that no other does, at its highest, read every 20 ms (both Linux).
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { account } from "./account.mjs";
import { median, serve, spread } from "./page.mjs";

const rounds = Number(process.env.ROUNDS ?? 5);
const SETTLED = 5_000;

const file = process.env.FILE ?? join(mkdtempSync(join(tmpdir(), "account-")), "sgp-collect-cn-hangzhou.json");
if (!process.env.FILE) writeFileSync(file, account({ singles: Number(process.env.SINGLES ?? 0) }));

const pages = await Promise.all(process.argv.slice(2).map(async (argument) => {
  const [name, folder] = argument.split("=");
  if (!folder) throw new Error(`${argument}: expected name=folder`);
  return { name, origin: await serve(folder), seen: [] };
}));
if (!pages.length) throw new Error("no page given: the first lines of this file say how");

for (let round = 0; round < rounds; round += 1) {
  for (const page of pages) page.seen.push(await visit(page.origin));
}

console.log("| page | read | opened | both | processor | longest task | tasks over 50 ms, in all | after an edit | memory before | memory, most | lines |");
console.log("|---|---|---|---|---|---|---|---|---|---|---|");
for (const { name, seen } of pages) {
  const of = (key) => seen.map((one) => one[key]);
  const least = (values, unit) => `${median(values).toFixed(0)} ${unit} (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;
  console.log(
    `| ${name} | ${spread(of("read"))} | ${spread(of("opened"))} | ${spread(of("both"))} | ${spread(of("worked"))} | ${least(of("longest"), "ms")} ` +
    `| ${least(of("blocked"), "ms")} | ${least(of("edited"), "ms")} | ${median(of("before")).toFixed(0)} MB | ${least(of("memory"), "MB")} | ${seen[0].lines} |`,
  );
}
process.exit(0);

/** One import, in a browser of its own. */
async function visit(origin) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en" });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(origin);
  await page.locator("#open-import").click();
  await page.locator("#import-files").waitFor({ state: "attached" });
  // What is fetched ahead must not take part.
  await page.waitForLoadState("networkidle");
  const own = await renderer(browser);
  const before = megabytes(own);
  let memory = before;
  const watch = setInterval(() => { memory = Math.max(memory, megabytes(own)); }, 20);
  await page.evaluate(() => {
    const seen = { tasks: [] };
    window.seen = seen;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.tasks.push([startTime, duration]);
    }).observe({ type: "longtask" });
    // The frame in which it is seen.
    const drawn = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now())));
    const field = document.getElementById("import-files");
    field.addEventListener("change", () => { seen.dropped = performance.now(); }, { capture: true });
    const observer = new MutationObserver(() => {
      const open = document.querySelector(".open-imported button.primary");
      if (open && seen.read === undefined) {
        seen.read = null;
        drawn((now) => { seen.read = now; open.click(); });
      }
      // The ends of the scenario that the page begins with are few.
      const rows = Number(document.querySelector("[aria-rowcount]")?.getAttribute("aria-rowcount") ?? 0);
      if (seen.read > 0 && seen.opened === undefined && rows > 10 && document.querySelector("[role=gridcell] button, [role=gridcell]")) {
        seen.opened = null;
        drawn((now) => { seen.opened = now; seen.lines = rows - 1; observer.disconnect(); });
      }
    });
    observer.observe(document, { attributes: true, childList: true, subtree: true });
  });
  const idle = processor(own);
  await page.locator("#import-files").setInputFiles(file);
  await page.waitForFunction(() => window.seen.opened > 0, undefined, { timeout: 60_000 });
  const worked = processor(own) - idle;
  await page.waitForTimeout(SETTLED);
  clearInterval(watch);
  const { dropped, read, opened, tasks, lines } = await page.evaluate(() => window.seen);
  // The shortcut that switches the policy of the selected group, and the sentence about what it changed.
  const said = await page.evaluate(() => document.querySelector(".strip p")?.textContent ?? "");
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("t");
  await page.waitForFunction((said) => (document.querySelector(".strip p")?.textContent ?? "") !== said, said);
  await page.waitForTimeout(SETTLED);
  const after = (await page.evaluate(() => window.seen.tasks)).slice(tasks.length);
  await browser.close();
  const lengths = tasks.map(([, length]) => length);
  return {
    read: read - dropped, opened: opened - read, both: opened - dropped, memory, before, lines, worked,
    edited: Math.max(0, ...after.map(([, length]) => length)),
    longest: Math.max(0, ...lengths), blocked: lengths.reduce((sum, length) => sum + length, 0),
  };
}

/** The process of the page. */
async function renderer(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  // A spare one that shows nothing yet is smaller.
  return renderers.sort((one, other) => megabytes(other) - megabytes(one))[0];
}

/** The milliseconds that the first thread of a process has worked. */
function processor(id) {
  try {
    const [user, system] = readFileSync(`/proc/${id}/task/${id}/stat`, "utf8").split(") ")[1].split(" ").slice(11);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return 0;
  }
}

/** What a process holds alone. */
function megabytes(id) {
  try {
    const seen = readFileSync(`/proc/${id}/status`, "utf8");
    return Number(/RssAnon:\s+(\d+)/.exec(seen)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
