// Seal: what this page makes impossible for itself. Before any text is read it takes away what connects and no policy binds. Once
// its own files have come, a second policy forbids every connection, to the page and to each worker that is made from then on.
// Just before, the service worker that keeps the page's files may be registered (sw.js); afterwards no worker of any address can be.

/** They reach out whatever the policy says. */
export const TAKEN_AWAY = ["RTCPeerConnection", "webkitRTCPeerConnection", "PaymentRequest", "PresentationRequest"];
for (const name of TAKEN_AWAY) Reflect.deleteProperty(globalThis, name);

/** Which version this is; empty where the page was not laid out for a host (tests/stamp.mjs). */
export const version = document.querySelector("meta[name=version]")?.getAttribute("content") ?? "";

/** Keeps the page's files on this device, if it was laid out for that. @param {(url: string) => any} ownScript makes an address one that may be run */
export function keepFiles(ownScript) {
  const keeper = version && location.protocol !== "file:" ? navigator.serviceWorker : null;      /* none where the connection is open to others */
  const script = new URL("sw.js", document.baseURI).href;
  if (!keeper || keeper.controller?.scriptURL === script) return;
  /* without it the page works as well, as long as there is a network */
  keeper.register(ownScript(script)).catch(() => {});
}

/** From here on this page, and every worker it makes, can connect to nothing. */
export function seal() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = "connect-src 'none'; worker-src blob:";
  document.head.append(meta);
}
