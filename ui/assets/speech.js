/* Lets a screen reader hear what appears: the sign "Opgeslagen 14:32", and every text marked data-ws-say.

What Streamlit draws anew is a new element, and a live region that is itself new is not read. So one region stands in
the document from the start, and we write in it. */
(() => {
  "use strict";
  // A radio button saves at every arrow key: wait until it is quiet.
  const QUIET = 1000;
  const waiting = [];
  const heard = new Map();
  let timer;

  function speak(text) {
    if (!text || waiting.includes(text)) return;
    waiting.push(text);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const region = document.getElementById("ws-live");
      // Emptied first, or the same text twice would be silent the second time.
      region.textContent = "";
      setTimeout(() => (region.textContent = waiting.splice(0).join(" ")), 50);
    }, QUIET);
  }

  // "Opgeslagen" only counts when something was saved since, also within the same minute.
  function sign() {
    const sign = document.querySelector("[data-ws-saved]");
    const saves = sign?.dataset.wsSaved;
    if (sign && saves !== heard.get("sign") && sign.textContent) {
      if (Number(saves) > 0 && heard.has("sign")) speak(sign.textContent);
    }
    if (sign) heard.set("sign", saves);
  }

  function remarks() {
    const now = new Set([...document.querySelectorAll("[data-ws-say]")].map((element) => element.textContent));
    const before = heard.get("remarks") ?? new Set();
    now.forEach((text) => before.has(text) || speak(text));
    heard.set("remarks", now);
  }

  let due = false;
  new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      sign();
      remarks();
    });
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["data-ws-saved"] });
})();
