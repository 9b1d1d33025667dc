/* Puts the focus back where it was when the connection returns.

Without a connection Streamlit disables every field, and the browser drops the focus: who was typing would type into
nothing. */
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

  function watch(app) {
    window.addEventListener(
      "focusin",
      (event) => {
        if (connected(app) && !event.target.closest('[role="dialog"]')) field = event.target;
      },
      true,
    );
    new MutationObserver(() => connected(app) && restore()).observe(app, {
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
