// Texts whose contrast with what is behind them is below 4.5, or 3 where they are large
// (WCAG 2.2, 1.4.3). Colours are painted on a canvas, so that any colour syntax is understood.
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
// Every flat colour behind an element, and every colour of a gradient: the worst one counts.
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
const weak = [];
let texts = 0;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
  // What cannot be used is excused.
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
    weak.push(`${worst.toFixed(2)} ${style.color} ${element.tagName}.${element.className} ${node.data.trim().slice(0, 40)}`);
  }
}
return { texts, weak };
