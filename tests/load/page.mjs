// What the measurements of this folder share: a server of a built page, and how figures are printed.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";

const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/** Serves a folder, with every file compressed beforehand; answers with its address. */
export async function serve(folder) {
  const files = new Map();
  for (const path of walk(folder)) {
    const kind = KINDS[extname(path)];
    if (kind) files.set(`/${relative(folder, path)}`, { kind, body: brotliCompressSync(readFileSync(path)) });
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = files.get(path === "/" ? "/index.html" : path);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": file.kind, "Content-Encoding": "br", "Content-Length": file.body.length });
    return response.end(file.body);
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  return `http://127.0.0.1:${server.address().port}/?lang=en`;
}

function walk(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

/** The value in the middle. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Milliseconds as seconds: the median, the least and the most. */
export function spread(values) {
  const seconds = (value) => (value / 1000).toFixed(2);
  return `${seconds(median(values))} s (${seconds(Math.min(...values))} to ${seconds(Math.max(...values))})`;
}
