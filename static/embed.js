// Makes <a class="sgp-embed" href="…/#ex/ping">Title</a> a frame that follows its contents' height and
// the site's theme. Without this script the link stays.
// A page may hold it more than once.
if (!self.sgp) {
self.sgp = 1;
const page = document, { documentElement: html, body } = page, frames = new Map();

// As MkDocs Material, VitePress, Docusaurus and others mark it; otherwise the system's.
const theme = () => {
  const mark = body.dataset.mdColorScheme ?? html.dataset.theme ?? html.className;
  return /\b(dark|slate)\b/.test(mark) ? "dark"
    : /\b(light|default)\b/.test(mark) || page.querySelector(".VPNav") ? "light" : "";
};

const tell = ({ frame, fixed }) => fixed || !theme() ||
  frame.contentWindow?.postMessage({ type: "sgp:theme", theme: theme() }, "*");

// Keeps what is below in its place for a reader who is past it.
const keep = (own, change) => {
  const end = () => own.getBoundingClientRect().bottom, was = end();
  change();
  if (was < 0 && !CSS.supports("overflow-anchor:auto")) scrollBy(0, end() - was);
};

const make = link => {
  const url = new URL(link.href), query = url.searchParams, fixed = query.has("theme");
  query.set("embed", 1);
  if (theme() && !fixed) query.set("theme", theme());
  const frame = Object.assign(page.createElement("iframe"), {
    title: link.text.trim(),
    height: link.dataset.height ?? 480,
    loading: "lazy",
    // No sandbox: a page that runs this script of the frame's own site already trusts it.
    allow: "clipboard-write",
    referrerPolicy: "no-referrer",
    style: "display:block;border:0;width:100%",
    src: url,
  });
  return { frame, fixed };
};

const scan = () => page.querySelectorAll("a.sgp-embed").forEach(link => {
  if (!/^http/.test(link.protocol)) return;
  if (!frames.has(link)) frames.set(link, make(link));
  const { frame } = frames.get(link);
  // The link is only hidden: the site's framework may want to remove it.
  if (link.nextSibling !== frame) keep(link, () => {
    link.style.display = "none";
    link.after(frame);
  });
});

addEventListener("message", ({ source, data }) => frames.forEach(own => {
  const { frame } = own;
  if (source !== frame.contentWindow || data?.type !== "sgp:height") return;
  const height = Math.ceil(data.height);
  if (height > 0 && height < 1e4) keep(frame, () => frame.height = height);
  tell(own);
}));

new MutationObserver(scan).observe(html, { subtree: true, childList: true });
for (const own of [html, body])
  new MutationObserver(() => frames.forEach(tell)).observe(own, { attributes: true });
scan();
}
