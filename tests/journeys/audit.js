// Checks what can be measured of WCAG 2.2, level AA, in the current state of the page: a list of
// problems, and the number of texts checked.
const problems = [];
const every = (selector) => [...document.querySelectorAll(selector)];
const shown = (element) => element.checkVisibility({ visibilityProperty: true });
const say = (element) =>
  `${element.tagName}.${element.className} ${element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40)}`;

// Ids are unique, and references resolve (4.1.2).
const ids = every("[id]").map((element) => element.id);
for (const [place, id] of ids.entries()) {
  if (ids.indexOf(id) !== place) problems.push(`the id ${id} stands twice`);
}
for (const name of ["aria-labelledby", "aria-describedby"]) {
  for (const element of every(`[${name}]`)) {
    const lost = element.getAttribute(name).split(" ").filter((id) => !ids.includes(id));
    if (lost.length) problems.push(`${name} leads nowhere: ${lost} on ${say(element)}`);
  }
}

// One title, one main landmark, and no skipped heading level (1.3.1, 2.4.6).
const levels = every("h1, h2, h3, h4, h5, h6").filter(shown).map((h) => Number(h.tagName[1]));
const gap = levels.some((level, place) => level > (levels[place - 1] ?? 0) + 1);
if (gap || levels.filter((level) => level === 1).length !== 1) problems.push(`outline ${levels}`);
if (every("main").filter(shown).length !== 1) problems.push("not one main part");

// Targets of at least 24 by 24 (2.5.8). A button or link among the words of a sentence is exempt,
// because the line sets its height; a box inside its label is as large as the label.
const acting =
  "button, a[href], input, select, textarea, summary, [role=button], [role=link], [role=tab], [role=switch], [tabindex='0']";
const display = (element) => getComputedStyle(element).display;
// What keeps a button and the mark after it on one line makes a block of each.
const inline = (element) =>
  display(element).startsWith("inline") || display(element.parentElement) === "inline-flex";
const among = (element) => {
  if (element.tagName === "SUMMARY" || !inline(element)) return false;
  let sentence = element.parentElement;
  while (inline(sentence)) sentence = sentence.parentElement;
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/[\p{L}\p{N}]/u.test(node.data) && !node.parentElement.closest(acting)) return true;
  }
  return false;
};
let targets = 0;
for (const element of every(acting).filter(shown)) {
  if (element.closest(".skip, .visually-hidden") || among(element)) continue;
  targets += 1;
  const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
  if (Math.round(width) < 24 || Math.round(height) < 24) {
    problems.push(`target ${Math.round(width)}×${Math.round(height)} ${say(element)}`);
  }
}

// A contrast of 4.5 with the background, or of 3 for large text (1.4.3). Colours are painted on a
// canvas, so that any notation is understood.
const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const painter = canvas.getContext("2d", { willReadFrequently: true });
const known = new Map();
const rgba = (color) => {
  if (!known.has(color)) {
    painter.clearRect(0, 0, 1, 1);
    painter.fillStyle = color;
    painter.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = painter.getImageData(0, 0, 1, 1).data;
    known.set(color, [r, g, b, a / 255]);
  }
  return known.get(color);
};
const over = ([r, g, b, a], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a));
// All flat and gradient colours behind an element: the worst one counts.
const behind = (element) => {
  const layers = [];
  for (let box = element; box; box = box.parentElement) {
    const style = getComputedStyle(box);
    const stops = style.backgroundImage.match(/(?:rgba?|color|oklch|oklab|hsl|color-mix)\([^()]*\)/g);
    layers.unshift([rgba(style.backgroundColor), ...(stops ?? []).map(rgba)]);
  }
  let grounds = [[255, 255, 255]];
  for (const [flat, ...stops] of layers) {
    grounds = grounds.map((ground) => over(flat, ground));
    if (stops.length) grounds = grounds.flatMap((g) => [g, ...stops.map((stop) => over(stop, g))]);
    grounds = grounds.slice(0, 32);
  }
  return grounds;
};
const luminance = (color) => {
  const [r, g, b] = color.map((c) => {
    const part = c / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
let texts = 0;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
  // Disabled elements are exempt.
  if (element.closest(":disabled, .visually-hidden, .skip, noscript")) continue;
  texts += 1;
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  let opacity = 1;
  for (let box = element; box; box = box.parentElement) opacity *= getComputedStyle(box).opacity;
  const [r, g, b, a] = rgba(style.color);
  const worst = Math.min(
    ...behind(element).map((ground) => contrast(over([r, g, b, a * opacity], ground), ground)),
  );
  if (worst < (large ? 3 : 4.5)) {
    problems.push(`contrast ${worst.toFixed(2)} ${style.color} ${element.tagName}.${element.className} ${node.data.trim().slice(0, 40)}`);
  }
}
return { problems, texts, targets };
