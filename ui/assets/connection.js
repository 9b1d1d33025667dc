/* When the connection returns: puts the focus back where it was, and sends everything once more.

Without a connection Streamlit disables every field, and the browser drops the focus: who was typing would type into
nothing. And what the browser sends before the new session has run its page is thrown away without a word. */
(() => {
  "use strict";
  let field = null;
  const connected = (app) => app.getAttribute("data-test-connection-state") === "CONNECTED";

  // The fields come back a moment after the connection.
  function restore(tries = 20) {
    if (!field || document.activeElement !== document.body) {
      if (field && tries && document.querySelector('[role="dialog"]')) setTimeout(() => restore(tries - 1), 100);
    } else if (field.isConnected && !field.disabled) {
      field.focus({ preventScroll: true });
    } else if (tries) {
      setTimeout(() => restore(tries - 1), 100);
    }
  }

  // Streamlit's own shortcut: runs the page with all that the fields hold. Waits until the page has run.
  function sendAll(app, tries = 100) {
    if (connected(app) && app.getAttribute("data-test-script-state") === "notRunning") {
      const r = { key: "r", code: "KeyR", keyCode: 82, which: 82, bubbles: true };
      for (const kind of ["keydown", "keyup"]) document.body.dispatchEvent(new KeyboardEvent(kind, r));
    } else if (connected(app) && tries) {
      setTimeout(() => sendAll(app, tries - 1), 100);
    }
  }

  function returned(app) {
    if (!connected(app)) return;
    restore();
    setTimeout(() => sendAll(app), 1000);
  }

  function watch(app) {
    window.addEventListener(
      "focusin",
      (event) => {
        if (connected(app) && !event.target.closest('[role="dialog"]')) field = event.target;
      },
      true,
    );
    let first = true;
    new MutationObserver(() => (first ? (first = !connected(app)) : returned(app))).observe(app, {
      attributes: true,
      attributeFilter: ["data-test-connection-state"],
    });
  }

  const waiting = new MutationObserver(() => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app) return;
    waiting.disconnect();
    watch(app);
  });
  waiting.observe(document.documentElement, { childList: true, subtree: true });
})();
