/* After another page or step: the focus on its heading and the page at its top, or on the question that the address
names. Also: no one-key shortcuts. */
(() => {
  "use strict";
  // Who already fills something in on the new page stays there.
  const inField = () => document.activeElement?.matches('[data-testid="stMain"] :is(input, textarea, select)');
  const here = () => location.pathname + location.search;
  const TRIES = 15;
  let seen = null;

  function arrived() {
    if (seen === here() || document.querySelector('[role="dialog"]')) return;
    const first = seen === null;
    seen = here();
    // At the first page the browser's own order is right: the link to the content comes first.
    if (asked()) show(named);
    else if (!first && !inField()) show(title);
  }

  const running = () =>
    document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state") !== "notRunning";
  const title = () => document.querySelector('[data-testid="stMain"] h1');
  const asked = () => new URLSearchParams(location.search).get("vraag");
  const named = () => document.getElementById(`vraag-${asked()}`);

  function show(find) {
    const place = here();
    let touched = false;
    const touch = () => (touched = true);
    for (const kind of ["keydown", "pointerdown"]) window.addEventListener(kind, touch, { capture: true, once: true });
    // Streamlit may draw the heading a moment later, or anew, and then the focus is gone with the old one.
    const again = (tries) => {
      const heading = find();
      if (touched || here() !== place) return;
      const free = document.activeElement === document.body || tries === TRIES;
      if (heading && free && document.activeElement !== heading) focus(heading);
      // While the page still runs, what stands there now may yet be drawn anew.
      if (tries) setTimeout(() => again(running() ? tries : tries - 1), 100);
    };
    again(TRIES);
  }

  function focus(heading) {
    const isTitle = heading.tagName === "H1";
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    if (isTitle) document.querySelector('[data-testid="stMain"]').scrollTo({ top: 0, behavior: "instant" });
    else heading.scrollIntoView({ block: "start", behavior: "instant" });
  }

  function watch(app) {
    let shown = null;
    const look = () => {
      if (app.getAttribute("data-test-script-state") !== "notRunning") return;
      // Streamlit says that a run is over before all of it is on the screen.
      if (!title()) return setTimeout(look, 100);
      // The address changes before the page does: with the old heading still there, we have not arrived.
      if (title() === shown && !asked()) return;
      shown = title();
      arrived();
    };
    new MutationObserver(look).observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
    // A quick run begins and ends between two drawings, so that its state never changes.
    const waits = () => title() !== shown || (asked() && seen !== here());
    new MutationObserver(() => waits() && look()).observe(app, { childList: true, subtree: true });
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
    // Our own scripts may (connection.js).
    if (!event.isTrusted) return;
    if (!["r", "c"].includes(event.key?.toLowerCase()) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]')) return;
    event.stopImmediatePropagation();
  }
  for (const kind of ["keydown", "keyup"]) window.addEventListener(kind, shortcut, true);
})();
