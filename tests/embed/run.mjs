// Builds a small documentation site with VitePress and one with MkDocs Material. Both embed the built
// page, once by the frame and once by the link that *Share* writes. Serves everything by plain file
// servers on ports of their own and looks at what a reader sees.
//
//     cargo xtask build && node tests/embed/run.mjs [folder of the built page]
//
// Installs the generators under target/embed. Prints a line per check and ends with 1 if one fails;
// the screenshots are in target/embed/pictures. CHROME names the browser and PYTHON the interpreter
// when they are not called chromium and python3 on PATH.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const dist = path.resolve(process.argv[2] ?? path.join(root, "dist"));
const place = path.join(root, "target/embed");
const python = process.env.PYTHON ?? "python3";
const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });

/** Installs the generators if they are missing or their pinned versions have changed. */
function install() {
  const pins = ["package.json", "requirements.txt"].map((name) => readFileSync(path.join(here, name), "utf8"));
  const mark = path.join(place, "installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === pins.join("\n")) return;
  console.log("installing the generators …");
  mkdirSync(place, { recursive: true });
  cpSync(path.join(here, "package.json"), path.join(place, "package.json"));
  run("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"], place);
  run(python, ["-m", "venv", "venv"], place);
  run(path.join(place, "venv/bin/pip"), ["install", "--quiet", "-r", path.join(here, "requirements.txt")], place);
  writeFileSync(mark, pins.join("\n"));
}

const servers = [];

/** Serves a folder as `python3 -m http.server` does: without any header of its own. */
async function serve(folder) {
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
  const args = ["-m", "http.server", String(port), "--bind", "127.0.0.1"];
  servers.push(spawn(python, args, { cwd: folder, stdio: "ignore" }));
  const address = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(address).then(() => true, () => false)) return address;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${folder} is not served`);
}

/** The pages of a site: the lines near the top, and a heading far below them. */
function pages(lines) {
  const text = "The rules of a security group decide which packets reach its members. ".repeat(4);
  const far = Array.from({ length: 8 }, () => text).join("\n\n");
  return Object.entries(lines).map(([name, own]) => [
    `${name}.md`,
    `# Groups\n\nFlip a switch.\n\n${own}\n\n${far}\n\n${own}\n\n## Here\n\n${far}\n`,
  ]);
}

const builders = {
  vitepress(folder, lines) {
    mkdirSync(path.join(folder, "docs/.vitepress"), { recursive: true });
    writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
    // VitePress takes scripts in a page for parts of the page's component, so they go into the head.
    const [, script] = lines.link.match(/<script src="([^"]+)"/);
    const head = JSON.stringify([["script", { src: script, defer: "" }]]);
    writeFileSync(path.join(folder, "docs/.vitepress/config.js"), `export default { title: "Docs", outDir: "../out", head: ${head} };`);
    writeFileSync(path.join(folder, "docs/index.md"), "# Docs\n");
    const bare = { ...lines, link: lines.link.split("\n")[0] };
    for (const [name, text] of pages(bare)) writeFileSync(path.join(folder, "docs", name), text);
    run(process.execPath, [path.join(place, "node_modules/vitepress/bin/vitepress.js"), "build", "docs"], folder);
    return { out: path.join(folder, "out"), page: (name) => `${name}.html`, toggle: ".VPNavBar .VPSwitchAppearance" };
  },
  mkdocs(folder, lines) {
    mkdirSync(path.join(folder, "docs"), { recursive: true });
    const scheme = (name, next) => `    - scheme: ${name}\n      toggle:\n        icon: material/brightness-4\n        name: ${next}\n`;
    writeFileSync(
      path.join(folder, "mkdocs.yml"),
      `site_name: Docs\nsite_dir: out\nuse_directory_urls: false\ntheme:\n  name: material\n  font: false\n  palette:\n${scheme("default", "Dark")}${scheme("slate", "Light")}`,
    );
    writeFileSync(path.join(folder, "docs/index.md"), "# Docs\n");
    for (const [name, text] of pages(lines)) writeFileSync(path.join(folder, "docs", name), text);
    run(path.join(place, "venv/bin/mkdocs"), ["build", "--quiet"], folder);
    return { out: path.join(folder, "out"), page: (name) => `${name}.html`, toggle: "form[data-md-component=palette] label:not([hidden])" };
  },
};

/** What *Share* writes for the first scenario. */
async function linesOfShare(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${address}?lang=en#ex/three-groups`);
  await page.locator("html[data-start=ready]").waitFor();
  await page.click("#open-share");
  await page.click(".framing summary");
  const lines = {};
  for (const form of ["frame", "link"]) {
    await page.selectOption("#frame-form", form);
    await page.waitForFunction(() => !document.getElementById("share-2").value.includes('height="560"'));
    lines[form] = await page.inputValue("#share-2");
  }
  await page.close();
  return lines;
}

let failed = 0;
function check(what, holds, more = "") {
  console.log(`${holds ? "ok  " : "FAIL"} ${what} ${more}`);
  if (!holds) failed += 1;
}

/** Whether an element inside the first frame is inside the frame's own viewport, uncut. */
const inView = (frame, selector) =>
  frame.locator(selector).first().evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return { fits: top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1, bottom, innerHeight };
  });

const themeOf = (frame) => frame.locator("html").getAttribute("data-theme");

async function look(browser, site, name, form, address) {
  const label = `${name}, ${form}:`;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  const said = [];
  page.on("console", (message) => {
    const icon = message.location().url.endsWith("/favicon.ico");
    if (["error", "warning"].includes(message.type()) && !icon) said.push(message.text());
  });
  await page.goto(`${address}${site.page(form)}`);
  const frame = page.frameLocator("iframe").first();
  await frame.locator("html[data-start=ready]").waitFor({ timeout: 60_000 });
  const measure = () => page.locator("iframe").first().evaluate((own) => {
    const { bottom } = own.getBoundingClientRect();
    return { width: own.clientWidth, height: own.clientHeight, bottom };
  });
  // The generator may still be widening its column; the height follows.
  let seen = await measure();
  for (let last = 0; seen.height !== last;) {
    last = seen.height;
    await page.waitForTimeout(500);
    seen = await measure();
  }
  const { width, height, bottom } = seen;
  check(`${label} the frame has started`, true, `${width} × ${height}`);
  for (const [what, selector] of [["matrix", ".matrix"], ["first sentence", ".why .verdict"]]) {
    const { fits, ...where } = await inView(frame, selector);
    check(`${label} the ${what} is in the frame, uncut`, fits, JSON.stringify(where));
  }
  check(`${label} the frame ends above the fold`, bottom <= 800, `at ${Math.round(bottom)} of 800`);
  const wanted = await frame.locator("#app").evaluate((app) => app.scrollHeight);
  check(`${label} the frame is as high as its content`, Math.abs(wanted - height) <= (form === "link" ? 1 : 24), `${height} for ${wanted}`);
  await page.screenshot({ path: path.join(place, `pictures/${name}-${form}-light.png`) });
  if (form === "link") {
    check(`${label} begins in the theme of the site`, (await themeOf(frame)) === "light");
    await page.locator(site.toggle).first().click();
    await frame.locator("html[data-theme=dark]").waitFor({ timeout: 5000 }).catch(() => {});
    check(`${label} follows the switch of the site`, (await themeOf(frame)) === "dark");
    await page.screenshot({ path: path.join(place, `pictures/${name}-${form}-dark.png`) });
  }
  check(`${label} the console is empty`, said.length === 0, said.join(" | "));
  await page.close();

  // Who comes by an anchor stays there while frames above start.
  const anchored = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await anchored.goto(`${address}${site.page(form)}#here`);
  const heading = anchored.locator("#here");
  const top = () => heading.evaluate((own) => own.getBoundingClientRect().top);
  await anchored.waitForFunction(() => document.querySelectorAll("iframe").length === 2);
  await anchored.waitForTimeout(500);
  const before = await top();
  await anchored.waitForTimeout(4000);
  check(`${label} a reader at an anchor stays`, Math.abs((await top()) - before) <= 2, `${before} → ${await top()}`);
  check(`${label} the anchor is in sight`, before >= 0 && before < 400, String(before));
  await anchored.close();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.goto(`${address}${site.page(form)}`);
  check(`${label} without scripts a link stays`, await silent.locator('a[href*="#ex/three-groups"]').first().isVisible());
  await context.close();
}

install();
const { chromium } = createRequire(path.join(place, "package.json"))("playwright-core");
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const lines = await linesOfShare(browser, await serve(dist));
  rmSync(path.join(place, "pictures"), { recursive: true, force: true });
  mkdirSync(path.join(place, "pictures"), { recursive: true });
  for (const [name, build] of Object.entries(builders)) {
    const folder = path.join(place, name);
    rmSync(folder, { recursive: true, force: true });
    const site = build(folder, lines);
    const address = await serve(site.out);
    for (const form of Object.keys(lines)) await look(browser, site, name, form, address);
  }
} finally {
  await browser.close();
  for (const server of servers) server.kill();
}
console.log(failed ? `${failed} failed` : "everything holds");
process.exit(failed ? 1 : 0);
