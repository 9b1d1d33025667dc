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

  // Which page an address names, whatever question of it.
  function page(address) {
    const found = new URL(address);
    found.searchParams.delete("vraag");
    return `${found.pathname}?${found.searchParams}`;
  }

  // Streamlit opens another page in two steps: first the page that is left gets what comes behind the question mark,
  // then comes the page. Going back must not end between the two, at an address of nothing.
  const push = history.pushState.bind(history);
  let half = "";
  history.pushState = (state, title, address) => {
    const next = new URL(address ?? "", location.href);
    const isSame = next.pathname === location.pathname;
    const isRest = !isSame && half === location.href && next.search === location.search;
    (isRest ? history.replaceState.bind(history) : push)(state, title, next.href);
    half = isSame ? next.href : "";
  };

  // Our links stand in plain HTML; this opens them as Streamlit opens its own: without loading the app anew.
  const connected = () => document.querySelector('[data-test-connection-state="CONNECTED"]');
  window.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest("a[data-ws-go]");
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!connected()) return;
      if (link.closest('[data-testid="stSidebar"]')) foldSidebar();
      const question = new URL(link.href).searchParams.get("vraag");
      const isHere = page(link.href) === page(location.href);
      const heading = isHere && (question ? document.getElementById(`vraag-${question}`) : document.querySelector("h1"));
      if (heading) {
        heading.focus({ preventScroll: true });
        heading.scrollIntoView({ block: "start", behavior: "instant" });
      } else {
        push({}, "", link.href);
        half = "";
        window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
      }
    },
    true,
  );

  // A button that opens fields is gone when they come; the focus goes on to the first of them.
  window.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest('[class*="-toevoegen-"] button');
    const part = button && button.closest('[class*="st-key-ws-vraag-"]');
    if (!part) return;
    const name = [...part.classList].find((each) => each.startsWith("st-key-ws-vraag-"));
    const look = new MutationObserver(() => {
      const fields = [...document.querySelectorAll(`.${name} [data-testid="stTextInput"] input`)];
      const first = fields.find((field) => field.checkVisibility());
      if (!first) return;
      look.disconnect();
      first.focus();
    });
    look.observe(document.body, { childList: true, subtree: true });
  });

  // On a phone the side bar covers the page.
  function foldSidebar() {
    if (window.innerWidth < 768) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }

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
