/* Says Streamlit's own English words in Dutch, and reads the sign "Opgeslagen" to a screen reader. */
(() => {
  "use strict";
  const words = JSON.parse(document.getElementById("ws-words").textContent);
  const patterns = Object.entries(words.patterns).map(([pattern, dutch]) => [new RegExp(`^${pattern}$`), dutch]);
  const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];
  // What users and the framework wrote is never touched.
  const OURS = '[data-testid="stMarkdownContainer"], [data-testid="stHtml"], textarea, script, style';

  function translate(text) {
    const known = words.exact[text.trim()];
    if (known !== undefined) return known;
    for (const [pattern, dutch] of patterns) if (pattern.test(text.trim())) return text.trim().replace(pattern, dutch);
    return null;
  }

  function sayText(node) {
    if (!node.nodeValue?.trim() || node.parentElement?.closest(OURS)) return;
    const dutch = translate(node.nodeValue);
    if (dutch !== null && dutch !== node.nodeValue) node.nodeValue = dutch;
  }

  function sayAttributes(element) {
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      const dutch = text && translate(text);
      if (dutch && dutch !== text) element.setAttribute(name, dutch);
    }
  }

  function say(root) {
    if (root.nodeType === Node.TEXT_NODE) return sayText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) sayText(node);
      else sayAttributes(node);
    }
  }

  // A radio button saves at every arrow key: wait until it is quiet, then say it once.
  let last = null;
  let timer;
  function readSign() {
    const sign = [...document.querySelectorAll("[data-ws-saved]")].pop();
    if (!sign || sign.dataset.wsSaved === last) return;
    const first = last === null && sign.dataset.wsSaved === "0";
    last = sign.dataset.wsSaved;
    if (first || !sign.textContent) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      document.getElementById("ws-live").textContent = "";
      setTimeout(() => (document.getElementById("ws-live").textContent = sign.textContent), 50);
    }, 1000);
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(say);
      else if (change.type === "characterData") sayText(change.target);
      else sayAttributes(change.target);
    }
    readSign();
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...ATTRIBUTES, "data-ws-saved"],
  });
})();
