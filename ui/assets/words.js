/* Says Streamlit's own English words in Dutch, as they appear. */
(() => {
  "use strict";
  const words = JSON.parse(document.getElementById("ws-words").textContent);
  const patterns = Object.entries(words.patterns).map(([pattern, dutch]) => [new RegExp(`^${pattern}$`), dutch]);
  const ATTRIBUTES = ["aria-label", "aria-roledescription", "placeholder", "title", "alt"];
  // What users and the framework wrote is never touched.
  const OURS = '[data-testid="stMarkdownContainer"], [data-testid="stHtml"], textarea, script, style';

  // The button of Streamlit's file field has its word where labels of ours stand.
  const isOurs = (element) => element?.closest(OURS) && !element.closest('[data-testid="stFileUploaderDropzone"] button');

  function translate(text) {
    const english = text.trim();
    const known = words.exact[english];
    if (known !== undefined) return known;
    const found = patterns.find(([pattern]) => pattern.test(english));
    return found ? english.replace(...found).trim() : null;
  }

  function sayText(node) {
    if (!node.nodeValue?.trim() || isOurs(node.parentElement)) return;
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

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(say);
      else if (change.type === "characterData") sayText(change.target);
      else sayAttributes(change.target);
    }
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
})();
