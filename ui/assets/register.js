/* The rows that somebody ticks in a table, and a warning before typed text is lost. The boxes stand in plain HTML, so that a list of fifty costs one element; a
hidden text field holds the ids of the ticked ones and carries them to the server, like any field. */
(() => {
  "use strict";
  const BOXES = "input[data-ws-pick]";
  const WHOLE = "input[data-ws-pick-all]";
  const field = () => document.querySelector(".st-key-ws-gekozen input");
  const picked = () => new Set((field()?.value ?? "").split(" ").filter(Boolean));

  function write(ids) {
    const input = field();
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    native.set.call(input, [...ids].join(" "));
    // Streamlit hears of the text, and sends it at once: these are the keys with which one ends typing.
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const keys = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent("keydown", keys));
  }

  window.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof Element) || !box.matches(`${BOXES}, ${WHOLE}`) || !field()) return;
    const ids = picked();
    const changed = box.matches(WHOLE) ? [...document.querySelectorAll(BOXES)] : [box];
    for (const each of changed) ids[box.checked ? "add" : "delete"](each.dataset.wsPick);
    write(ids);
    show();
  });

  // The server draws no box as ticked: the table stays as it is, and so does the focus in it.
  function show() {
    const boxes = [...document.querySelectorAll(BOXES)];
    if (!boxes.length) return;
    const ids = picked();
    for (const box of boxes) box.checked = ids.has(box.dataset.wsPick);
    const whole = document.querySelector(WHOLE);
    const count = boxes.filter((box) => box.checked).length;
    if (whole) whole.checked = count === boxes.length;
    if (whole) whole.indeterminate = count > 0 && count < boxes.length;
  }

  // What was typed in the fields of an entry stands in no database yet.
  window.addEventListener("beforeunload", (event) => {
    if (!document.querySelector("p.ws-unsaved")) return;
    event.preventDefault();
    event.returnValue = "";
  });

  let due = false;
  new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      show();
    });
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["value"] });
})();
