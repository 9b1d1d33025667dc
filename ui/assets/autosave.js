/* Sends typed text to the server after a short pause, and keeps the user from leaving before an answer arrived.

Streamlit sends a text field only on blur or Ctrl+Enter, and a change of page takes no widget along: what is on its
way when somebody clicks on another page, text or a choice, would be lost. So a click that may leave waits until all
has arrived. */
(() => {
  "use strict";
  const PAUSE = 800;
  const PATIENCE = 5000;
  const GRACE = 1000;
  const FIELDS =
    '[data-testid="stTextArea"] textarea, [data-testid="stTextInput"] input, [data-testid="stNumberInput"] input';
  const CHOICES = ["stRadio", "stCheckbox", "stButtonGroup"].map((name) => `[data-testid="${name}"]`).join(", ");
  // Field -> { state: "typed" | "sent", timer }. A field without an entry has nothing unsent.
  const unsent = new Map();
  let ran = 0;

  const keyed = (target) => target.closest('[class*="st-key-"]')?.className.match(/st-key-\S+/)?.[0];
  const app = () => document.querySelector('[data-testid="stApp"]');
  const connected = () => app()?.getAttribute("data-test-connection-state") === "CONNECTED";
  const idle = () => app()?.getAttribute("data-test-script-state") === "notRunning";

  // Half a character (a lone surrogate, from a paste or a broken keyboard) cannot be sent: the connection breaks on it,
  // and again on every message after that. It becomes a replacement character, as it does in the database.
  function repair(field) {
    if (field.value.isWellFormed?.() !== false) return;
    const { selectionStart, selectionEnd } = field;
    const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    native.set.call(field, field.value.toWellFormed());
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // Makes Streamlit take over the text, as if the user had pressed these keys.
  function commit(field) {
    repair(field);
    const keys = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent("keydown", keys));
  }

  function send(field) {
    const entry = unsent.get(field);
    if (!entry || entry.state === "sent") return;
    clearTimeout(entry.timer);
    if (!field.isConnected) {
      // It may be drawn anew in a moment (autosave_twins.js).
      entry.gone ??= Date.now();
      if (Date.now() - entry.gone > PATIENCE) unsent.delete(field);
      else entry.timer = setTimeout(() => send(field), PAUSE);
    } else if (!connected() || field.disabled || entry.composing) {
      entry.timer = setTimeout(() => send(field), PAUSE);
    } else {
      entry.state = "sent";
      entry.at = Date.now();
      commit(field);
      settleSoon();
    }
  }

  // Streamlit sends what changed a moment later, in one message; from then on its state tells whether it has arrived.
  // On a busy computer that moment is longer: text has arrived when a run began after it was sent, and is over.
  // Text that is what it was makes no run, so that is not waited for long; another choice always makes one.
  const arrived = (entry) =>
    idle() && (ran >= entry.at || Date.now() - entry.at > (entry.chosen ? PATIENCE : GRACE));

  function settleSoon() {
    setTimeout(settle, 50);
  }

  function settle() {
    const sent = [...unsent].filter(([, entry]) => entry.state === "sent");
    if (!connected()) sent.forEach(([field, entry]) => again(field, entry));
    else {
      for (const [field, entry] of sent) if (arrived(entry)) unsent.delete(field);
      if (sent.some(([field]) => unsent.has(field))) setTimeout(settle, 50);
    }
  }

  // What was on its way when the connection broke may have arrived or not; to send it twice does no harm. A choice goes
  // along with whatever is sent next.
  function again(field, entry) {
    if (entry.chosen) {
      unsent.delete(field);
      return;
    }
    entry.state = "typed";
    entry.timer = setTimeout(() => send(field), PAUSE);
  }

  function typed(event) {
    const field = event.target;
    if (!(field instanceof Element) || !field.matches(FIELDS)) return;
    if (!event.isComposing) repair(field);
    clearTimeout(unsent.get(field)?.timer);
    const timer = setTimeout(() => send(field), PAUSE);
    unsent.set(field, { state: "typed", timer, composing: event.isComposing, place: keyed(field) });
  }

  // Streamlit sends a field by itself when it loses the focus. A field that is taken off the page loses it too, but of
  // that Streamlit hears nothing; a moment later one can tell which it was.
  function left(event) {
    const field = event.target;
    queueMicrotask(() => {
      const entry = unsent.get(field);
      if (!entry || entry.state === "sent" || !connected() || !field.isConnected) return;
      clearTimeout(entry.timer);
      entry.state = "sent";
      entry.at = Date.now();
      settleSoon();
    });
  }

  const chosen = (group) =>
    [...group.querySelectorAll("input, button")].map((part) => part.checked ?? part.dataset.testid).join();

  // Streamlit sends a choice at once. No event tells that it did: what is chosen before and after does.
  function touched(event) {
    const group = event.target instanceof Element && event.target.closest(CHOICES);
    // In a form a choice waits for the button of that form.
    if (!group || group.closest('[data-testid="stForm"]')) return;
    const [before, at] = [chosen(group), Date.now()];
    setTimeout(() => {
      if (chosen(group) === before) return;
      unsent.set(group, { state: "sent", at, chosen: true });
      settleSoon();
    });
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

  function warn(event) {
    if (unsent.size === 0) return;
    sendAll();
    event.preventDefault();
    event.returnValue = "";
  }

  // Without a connection nothing is sent, but what Streamlit has taken over goes along with the first message when it
  // returns. Later would be too late: that first run may put somebody else's newer text in the field.
  function lost() {
    if (!connected()) for (const [field, entry] of unsent) if (entry.state === "typed") commit(field);
  }

  const waiting = new MutationObserver(() => {
    if (!app()) return;
    waiting.disconnect();
    const attributeFilter = ["data-test-connection-state"];
    new MutationObserver(lost).observe(app(), { attributes: true, attributeFilter });
    new MutationObserver(() => {
      if (!idle()) ran = Date.now();
    }).observe(app(), { attributes: true, attributeFilter: ["data-test-script-state"] });
  });
  waiting.observe(document.documentElement, { childList: true, subtree: true });

  window.addEventListener("input", typed, true);
  window.addEventListener("compositionend", typed, true);
  window.addEventListener("focusout", left, true);
  window.addEventListener("click", touched, true);
  window.addEventListener("keydown", touched, true);
  window.addEventListener("beforeunload", warn);

  // For the other scripts that begin with "autosave".
  window.wsAutosave = { FIELDS, CHOICES, PATIENCE, unsent, keyed, sendAll, whenArrived };
})();
