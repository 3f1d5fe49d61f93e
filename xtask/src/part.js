
// How the modules of the page are loaded; written by xtask/src/parts.rs around what the splitter
// writes, which memoizes what has been loaded and forgets what has failed.
const TYPE = { headers: { "Content-Type": "application/wasm" } };

// A loader of the module in a response.
function from(ask) {
  return () => {
    const answer = ask();
    answer.catch(() => {});
    return async (imports) => WebAssembly.instantiateStreaming(answer, imports);
  };
}

// A download that brings nothing for this long has stopped. It fails like one that is refused, so
// that what waits for it says so and can ask again.
const PATIENCE = 20_000;

// The bytes of a response; `arrived` is called with each piece.
async function whole(answer, arrived) {
  const pieces = [];
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces).arrayBuffer();
    arrived();
    pieces.push(value);
  }
}

// Throws unless bytes have an integrity hash.
async function check(bytes, address, integrity) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (`sha256-${btoa(String.fromCharCode(...digest))}` !== integrity) {
    throw new Error(`${address}: not the file of this page`);
  }
}

// A part of the page, checked against its hash. Browsers that check it themselves tell nothing of
// what has arrived until everything has, so they do it only where the page cannot (an insecure
// origin), and there nobody notices that a download has stopped.
async function part(address, integrity) {
  const url = new URL(address, import.meta.url);
  if (!self.crypto?.subtle) {
    const answer = await fetch(url, { integrity, credentials: "same-origin" });
    if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
    // Some hosts do not know the type of the file.
    return new Response(answer.body, TYPE);
  }
  const stopped = new AbortController();
  let waiting;
  const arrived = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => stopped.abort(new Error(`${address}: stopped`)), PATIENCE);
  };
  arrived();
  try {
    const answer = await fetch(url, { credentials: "same-origin", signal: stopped.signal });
    if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
    const bytes = await whole(answer, arrived);
    await check(bytes, address, integrity);
    return new Response(bytes, TYPE);
  } finally {
    clearTimeout(waiting);
  }
}

// A small module, from a file of such.
const all = [];
async function shared(file, name) {
  all[file] ??= WebAssembly.compileStreaming(part(...SHARED[file]));
  try {
    const [module] = WebAssembly.Module.customSections(await all[file], name);
    return new Response(module, TYPE);
  } catch (error) {
    all[file] = undefined;
    throw error;
  }
}
