// Only used by `trunk serve`: reloads the page after a build, and shows why a build failed.
(() => {
  "use strict";
  const address = new URL(".well-known/trunk/ws", document.baseURI);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  let overlay;

  function buildFailed(reason) {
    overlay ??= document.createElement("pre");
    overlay.textContent = `Build failed; the terminal has the compiler's messages.\n\n${reason}`;
    Object.assign(overlay.style, {
      position: "fixed",
      inset: "0",
      zIndex: "10000",
      margin: "0",
      padding: "2rem",
      overflow: "auto",
      whiteSpace: "pre-wrap",
      background: "Canvas",
      color: "CanvasText",
    });
    document.body.append(overlay);
  }

  function listen(onopen) {
    const socket = new WebSocket(address);
    socket.onopen = onopen;
    socket.onmessage = (event) => {
      const message = JSON.parse(event.data);
      if (message.type === "reload") location.reload();
      if (message.type === "buildFailure") buildFailed(message.data.reason);
    };
    // A server that comes back has rebuilt the page.
    socket.onclose = () => setTimeout(() => listen(() => location.reload()), 3000);
  }

  listen(null);
})();
