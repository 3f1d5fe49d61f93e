// Looks at every pane of the page with axe-core, in both languages, light and dark, wide and narrow.
//
//     cargo xtask serve &
//     cd tests/axe && npm install --no-package-lock && node run.mjs [address of the page [state ...]]
//
// Prints a line per violation and ends with 1 when there is one. CHROME names the browser when it
// is not called chromium on PATH.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [address = "http://127.0.0.1:8080/", ...wanted] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

/** What to do with a fresh page to bring it into the state that is looked at. */
const states = {
  "as it opens": async () => {},
  "shortcuts": (page) => page.keyboard.press("?"),
  "forms": async (page) => {
    await unfold(page);
    const heads = page.locator(".pane.groups .pane-head button");
    for (let place = 0; place < (await heads.count()); place += 1) await heads.nth(place).click();
    const add = page.locator("article.group .rules button.link, article.group button.link");
    if (await add.count()) await add.first().click();
  },
  "views": async (page) => {
    const views = page.locator(".connectivity .tools [role=group] button");
    for (let place = 0; place < (await views.count()); place += 1) {
      await views.nth(place).click();
      await look(page);
    }
  },
  "examples": (page) => press(page, "open-examples"),
  "panels": async (page) => {
    const openers = ["open-examples", "open-lessons", "open-import", "open-share", "open-export"];
    const inMenu = await page.locator("#more-menu button[aria-haspopup=dialog]").evaluateAll((all) => all.map((one) => one.id));
    for (const id of new Set([...openers, ...inMenu])) {
      await press(page, id);
      await look(page);
      await page.keyboard.press("Escape");
    }
    await page.click("#more");
  },
  "an import": async (page) => {
    await press(page, "open-import");
    await page.fill("dialog textarea", '{"SecurityGroupId":"sg-1","Permissions":{"Permission":[{"IpProtocol":"TCP","PortRange":"22/22","Policy":"Accept","Direction":"ingress","SourceCidrIp":"0.0.0.0/0","Priority":"1","NicType":"intranet"}]}} {');
    const read = page.locator("dialog button.primary").first();
    if (await read.isEnabled()) await read.click();
    await page.waitForTimeout(300);
  },
  "lesson": async (page) => {
    for (const part of ["", "/2", "/3"]) {
      await open(page, `#lesson/three-groups${part}`, ".lesson");
      await look(page);
    }
  },
  "quiz": async (page) => {
    await open(page, "#quiz/5", ".quiz-answer");
    await look(page);
    await page.locator(".quiz-answer").first().click();
  },
  "embedded": (page) => open(page, "#ex/three-groups", "[role=grid]", "&embed=1"),
  "sections": async (page) => {
    await unfold(page);
    const heads = page.locator(".pane.groups [aria-expanded=false]");
    for (let left = await heads.count(); left > 0; left -= 1) await heads.nth(left - 1).click();
  },
  "drawer": async (page) => {
    const operation = page.locator(".request .operation");
    if (await operation.count()) await operation.click();
    const tabs = page.locator(".request-tools button[aria-controls]");
    for (let place = 0; place < (await tabs.count()); place += 1) {
      await tabs.nth(place).click();
      await look(page);
    }
  },
};

/** Presses a button of the header, which may be in its menu. */
async function press(page, id) {
  if (await page.locator(`#more-menu #${id}`).count()) await page.click("#more");
  await page.click(`#${id}`);
}

/** Opens the cards, the surroundings and the rest of the answer where they are folded. */
async function unfold(page) {
  for (const folded of [".group.folded h3 button", ".unfold[aria-expanded=false]", ".more-answer[aria-expanded=false]"]) {
    const buttons = page.locator(folded);
    for (let left = await buttons.count(); left > 0; left -= 1) {
      const button = buttons.nth(left - 1);
      if (await button.isVisible()) await button.click();
    }
  }
}

/** Opens another fragment of the page in the same language and colours. */
async function open(page, fragment, wanted, query = "") {
  const { search } = new URL(page.url());
  await page.goto("about:blank");
  await page.goto(`${address}${search}${query}${fragment}`);
  await page.waitForSelector(wanted);
}

let looked = 0;
let place = "";
const found = [];

async function look(page) {
  await page.waitForTimeout(60);
  // Evaluated over the debugging protocol: the page's own content security policy stays in force.
  await page.evaluate(`if (!window.axe) { ${axe} }`);
  // Not `skip-link`: it takes every link that begins with # for one, and here those open scenarios.
  // Whether the real one leads somewhere is asked below.
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { rules: { "skip-link": { enabled: false } } }));
  const skips = await page.evaluate(() => {
    const skip = document.querySelector("a.skip");
    return !skip || document.querySelector(skip.getAttribute("href")) !== null;
  });
  if (!skips) found.push(`${place}: the skip link leads nowhere`);
  looked += 1;
  for (const violation of violations) {
    for (const node of violation.nodes) {
      found.push(`${place}: ${violation.id}: ${node.target.join(" ")}: ${node.failureSummary}`);
    }
  }
}

for (const language of ["en", "zh"]) {
  for (const theme of ["light", "dark"]) {
    for (const [width, height] of [[1280, 800], [360, 740]]) {
      for (const [state, prepare] of Object.entries(states)) {
        if (wanted.length && !wanted.includes(state)) continue;
        const page = await browser.newPage({ viewport: { width, height } });
        place = `${language}, ${theme}, ${width} px, ${state}`;
        await page.goto(`${address}?lang=${language}&theme=${theme}`);
        await page.waitForSelector("[role=grid]");
        await prepare(page);
        await look(page);
        await page.close();
      }
    }
  }
}
await browser.close();
for (const line of [...new Set(found)]) console.log(line.replaceAll("\n", " "));
console.log(`${looked} states looked at, ${found.length} violations`);
process.exit(found.length ? 1 : 0);
