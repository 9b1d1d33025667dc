/* Sends typed text to the server after a short pause, and keeps the user from leaving before an answer arrived.

Streamlit sends a text field only on blur or Ctrl+Enter, and a change of page takes no widget along: what is on its
way when somebody clicks on another page, text or a choice, would be lost. So a click that may leave waits until all
has arrived. */
(() => {
  "use strict";
  const PAUSE = 800;
  const PATIENCE = 5000;
  const GRACE = 1000;
  // How far a hand slips during a press, in pixels; who goes farther away does not want to press any more.
  const SLIP = 8;
  const FIELDS =
    '[data-testid="stTextArea"] textarea, [data-testid="stTextInput"] input, [data-testid="stNumberInput"] input';
  const PRESSABLE = "a, button, label, summary";
  const CHOICES = ["stRadio", "stCheckbox", "stButtonGroup"].map((name) => `[data-testid="${name}"]`).join(", ");
  // Field -> { state: "typed" | "sent", timer }. A field without an entry has nothing unsent.
  const unsent = new Map();
  // Each press of a link or a button has a number: who presses something else, does not want the one before any more.
  let pressed = 0;
  // What the mouse went down on: { target, place, x, y }.
  let down = null;
  let passing = false;
  let ran = 0;

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
      unsent.delete(field);
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
    unsent.set(field, { state: "typed", timer, composing: event.isComposing });
  }

  function left(event) {
    const entry = unsent.get(event.target);
    if (!entry || entry.state === "sent" || !connected()) return;
    // Streamlit sends a field by itself when it loses the focus.
    clearTimeout(entry.timer);
    entry.state = "sent";
    entry.at = Date.now();
    settleSoon();
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

  const keyed = (target) => target.closest('[class*="st-key-"]')?.className.match(/st-key-\S+/)?.[0];

  // The page may have drawn the same link or button anew; what is stale is about to go. Many buttons say "Verwijder":
  // in doubt none is pressed.
  function drawnAnew(target, place) {
    const alike = [...document.querySelectorAll(target.tagName)].filter(
      (one) =>
        !one.closest('[data-stale="true"]') &&
        (target.href ? one.href === target.href : one.textContent === target.textContent && keyed(one) === place),
    );
    return target.href || alike.length === 1 ? alike[0] : undefined;
  }

  function pass(action) {
    passing = true;
    action();
    passing = false;
  }

  // While a page is drawn there may be two of a button for a moment, or none.
  function press(target, place, number, until) {
    if (number !== pressed) return;
    const found = target.isConnected ? target : drawnAnew(target, place);
    if (found) pass(() => found.click());
    else if (Date.now() < until) setTimeout(() => press(target, place, number, until), 20);
  }

  function pressWhenArrived(target, place, number) {
    sendAll();
    whenArrived(() => press(target, place, number, Date.now() + PATIENCE));
  }

  function hold(event) {
    const target = event.target instanceof Element && event.target.closest("a, button");
    if (!target || target.closest(CHOICES) || passing) return;
    const number = (pressed += 1);
    if (unsent.size === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressWhenArrived(target, keyed(target), number);
  }

  const pressable = (event) => event.target instanceof Element && event.target.closest(PRESSABLE);

  function pushed(event) {
    const target = event.button === 0 && pressable(event);
    down = target ? { target, place: keyed(target), x: event.clientX, y: event.clientY } : null;
  }

  // Going down on a button leaves the field, which sends its text. What comes back may move the button away before the
  // mouse comes up again: then the browser makes no click, while the hand did not move.
  function released(event) {
    const { target, place, x, y } = down ?? {};
    down = null;
    if (!target || Math.hypot(event.clientX - x, event.clientY - y) > SLIP || pressable(event) === target) return;
    pressWhenArrived(target, place, (pressed += 1));
  }

  function holdHistory(event) {
    if (passing) return;
    const number = (pressed += 1);
    if (unsent.size === 0) return;
    event.stopImmediatePropagation();
    sendAll();
    whenArrived(() => {
      if (number === pressed) pass(() => window.dispatchEvent(new PopStateEvent("popstate", { state: event.state })));
    });
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
  window.addEventListener("click", hold, true);
  window.addEventListener("mousedown", pushed, true);
  window.addEventListener("mouseup", released, true);
  window.addEventListener("popstate", holdHistory, true);
  window.addEventListener("beforeunload", warn);
})();
