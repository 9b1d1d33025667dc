/* After another page or step: the focus on its heading and the page at its top. Also: no one-key shortcuts. */
(() => {
  "use strict";
  const here = () => location.pathname + location.search;
  // Who already fills something in on the new page stays there.
  const inField = () => document.activeElement?.matches('[data-testid="stMain"] :is(input, textarea, select)');
  let seen = null;

  function arrived() {
    const heading = document.querySelector('[data-testid="stMain"] h1');
    if (!heading || document.querySelector('[role="dialog"]')) return;
    const first = seen === null;
    if (seen === here()) return;
    seen = here();
    // At the first page the browser's own order is right: the link to the content comes first.
    if (first || inField()) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    document.querySelector('[data-testid="stMain"]').scrollTo({ top: 0, behavior: "instant" });
  }

  function watch(app) {
    const look = () => app.getAttribute("data-test-script-state") === "notRunning" && arrived();
    new MutationObserver(look).observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
    look();
  }

  const waiting = new MutationObserver(() => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app) return;
    waiting.disconnect();
    watch(app);
  });
  waiting.observe(document.documentElement, { childList: true, subtree: true });

  // Streamlit reruns on "r" and clears caches on "c" wherever the focus is (WCAG 2.1.4).
  function shortcut(event) {
    if (!["r", "c"].includes(event.key?.toLowerCase()) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]')) return;
    event.stopImmediatePropagation();
  }
  for (const kind of ["keydown", "keyup"]) window.addEventListener(kind, shortcut, true);
})();
