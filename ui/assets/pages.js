/* Small things that Streamlit's own elements lack. */
(() => {
  "use strict";

  // A list of toggles stands upright here, so the arrow keys that fit are up and down.
  window.addEventListener(
    "keydown",
    (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const list =
        step && event.target instanceof Element && event.target.closest('[class*="st-key-ws-vraag-"] [role="toolbar"]');
      if (!list) return;
      const toggles = [...list.querySelectorAll("button")];
      toggles[toggles.indexOf(event.target) + step]?.focus();
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );

  // A link to a question on this very page: Streamlit does nothing when only the question in the address differs.
  window.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest('a[href*="vraag="]');
      const to = link && new URL(link.href);
      const question = to && document.getElementById(`vraag-${to.searchParams.get("vraag")}`);
      if (!question || to.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      question.focus({ preventScroll: true });
      question.scrollIntoView({ block: "start", behavior: "instant" });
    },
    true,
  );

  // On a narrow screen the outcome so far stands above the questions: folded once, so that these come first.
  const narrow = window.matchMedia("(max-width: 50rem)");
  const folded = new WeakSet();
  new MutationObserver(() => {
    const part = document.querySelector(".st-key-ws-wat-telt details");
    if (!part || folded.has(part)) return;
    folded.add(part);
    if (narrow.matches && part.open) part.querySelector("summary").click();
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
