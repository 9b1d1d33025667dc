/* Streamlit makes a field anew when something above it comes or goes, such as a remark. What was typed in the old one
and not yet sent would be gone, and the focus with it: this gives both to the new one. */
(() => {
  "use strict";
  const { FIELDS, PATIENCE, unsent, keyed } = window.wsAutosave;
  // The field that has the focus, or had it when it was taken away: { field, place, gone }.
  let focused = null;

  // The field made anew; in doubt none.
  function twin(field, place) {
    const alike = [...document.querySelectorAll(FIELDS)].filter(
      (one) => keyed(one) === place && one.ariaLabel === field.ariaLabel && !one.closest('[data-stale="true"]'),
    );
    return alike.length === 1 ? alike[0] : undefined;
  }

  function type(field, text) {
    if (field.value === text) return;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function giveTexts() {
    for (const [field, entry] of unsent) {
      if (field.isConnected || entry.state !== "typed") continue;
      const made = twin(field, entry.place);
      if (!made) continue;
      clearTimeout(entry.timer);
      unsent.delete(field);
      type(made, field.value);
    }
  }

  function giveFocus() {
    if (!focused || focused.field.isConnected) return;
    focused.gone ??= Date.now();
    const { field, place, gone } = focused;
    const isFree = document.activeElement === document.body && Date.now() - gone < PATIENCE;
    const made = isFree && twin(field, place);
    if (made) {
      made.focus({ preventScroll: true });
      if (field.selectionStart !== null) made.setSelectionRange(field.selectionStart, field.selectionEnd);
    } else if (!isFree) focused = null;
  }

  function entered(event) {
    const field = event.target;
    focused = field instanceof Element && field.matches(FIELDS) ? { field, place: keyed(field) } : null;
  }

  // A field that is taken away loses the focus just before it goes.
  function left(event) {
    queueMicrotask(() => {
      if (focused?.field === event.target && event.target.isConnected) focused = null;
    });
  }

  new MutationObserver(() => {
    giveTexts();
    giveFocus();
  }).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("focusin", entered, true);
  window.addEventListener("focusout", left, true);
})();
