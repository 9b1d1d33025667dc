/* Sends typed text to the server after a short pause, and keeps the user from leaving before it arrived.

Streamlit sends a text field only on blur or Ctrl+Enter, and a change of page takes no widget along: text that is on
its way when somebody clicks on another page would be lost. So a click that may leave waits until all has arrived. */
(() => {
  "use strict";
  const PAUSE = 800;
  const PATIENCE = 5000;
  const FIELDS =
    '[data-testid="stTextArea"] textarea, [data-testid="stTextInput"] input, [data-testid="stNumberInput"] input';
  // Field -> { state: "typed" | "sent", timer }. A field without an entry has nothing unsent.
  const unsent = new Map();
  let holding = false;

  const app = () => document.querySelector('[data-testid="stApp"]');
  const connected = () => app()?.getAttribute("data-test-connection-state") === "CONNECTED";
  const idle = () => app()?.getAttribute("data-test-script-state") === "notRunning";

  function send(field) {
    const entry = unsent.get(field);
    if (!entry || entry.state === "sent") return;
    clearTimeout(entry.timer);
    if (!field.isConnected) {
      unsent.delete(field);
    } else if (!connected() || field.disabled || entry.composing) {
      entry.timer = setTimeout(() => send(field), PAUSE);
    } else {
      entry.state = "sent";
      field.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true, cancelable: true }),
      );
      settleSoon();
    }
  }

  // Streamlit sends what changed a moment later, in one message; from then on its state tells whether it has arrived.
  function settleSoon() {
    setTimeout(settle, 50);
  }

  function settle() {
    if (connected() && idle()) {
      for (const [field, entry] of unsent) if (entry.state === "sent") unsent.delete(field);
    } else if (unsent.size) {
      setTimeout(settle, 50);
    }
  }

  function typed(event) {
    const field = event.target;
    if (!(field instanceof Element) || !field.matches(FIELDS)) return;
    clearTimeout(unsent.get(field)?.timer);
    const timer = setTimeout(() => send(field), PAUSE);
    unsent.set(field, { state: "typed", timer, composing: event.isComposing });
  }

  function left(event) {
    const entry = unsent.get(event.target);
    if (!entry || entry.state === "sent" || !connected()) return;
    // Streamlit sends a field by itself when it loses the focus.
    clearTimeout(entry.timer);
    entry.state = "sent";
    settleSoon();
  }

  const sendAll = () => [...unsent.keys()].forEach(send);

  function whenArrived(action) {
    const until = Date.now() + PATIENCE;
    const look = () => {
      if ((unsent.size === 0 && idle()) || Date.now() > until) action();
      else setTimeout(look, 20);
    };
    setTimeout(look, 20);
  }

  function hold(event) {
    const target = event.target instanceof Element && event.target.closest("a, button");
    if (!target || holding || unsent.size === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sendAll();
    holding = true;
    whenArrived(() => {
      // The page may have drawn the same button anew.
      if (target.isConnected) target.click();
      holding = false;
    });
  }

  function holdHistory(event) {
    if (holding || unsent.size === 0) return;
    event.stopImmediatePropagation();
    sendAll();
    holding = true;
    whenArrived(() => {
      window.dispatchEvent(new PopStateEvent("popstate", { state: event.state }));
      holding = false;
    });
  }

  function warn(event) {
    if (unsent.size === 0) return;
    sendAll();
    event.preventDefault();
    event.returnValue = "";
  }

  window.addEventListener("input", typed, true);
  window.addEventListener("compositionend", typed, true);
  window.addEventListener("focusout", left, true);
  window.addEventListener("click", hold, true);
  window.addEventListener("popstate", holdHistory, true);
  window.addEventListener("beforeunload", warn);
})();
