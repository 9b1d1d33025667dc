/* A press on a link or a button, or "back", waits until what was typed and chosen has arrived; and a press counts also
when the page draws the button anew meanwhile, or moves it. */
(() => {
  "use strict";
  const { CHOICES, PATIENCE, unsent, keyed, sendAll, whenArrived } = window.wsAutosave;
  const PRESSABLE = "a, button, label, summary";
  // How far a hand slips during a press, in pixels; who goes farther away does not want to press any more.
  const SLIP = 8;
  // Each press of a link or a button has a number: who presses something else, does not want the one before any more.
  let pressed = 0;
  // What the mouse went down on: { target, place, x, y }.
  let down = null;
  let passing = false;

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

  window.addEventListener("click", hold, true);
  window.addEventListener("mousedown", pushed, true);
  window.addEventListener("mouseup", released, true);
  window.addEventListener("popstate", holdHistory, true);
})();
