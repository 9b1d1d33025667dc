// What does not fit in the window: what sticks out, is cut off, or lies under something else. A part that scrolls by
// itself (a table, a chart) may be wider, when it can be scrolled by keyboard.
() => {
  const wide = document.documentElement.clientWidth;
  const main = document.querySelector('[data-testid="stMain"]');
  const faults = new Set();
  const style = (e) => getComputedStyle(e);
  const name = (e) => {
    const words = (e.getAttribute("aria-label") || e.textContent).trim().slice(0, 60);
    return `${e.tagName.toLowerCase()} "${words}"`;
  };
  const hidden = (e) =>
    !e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
    e.closest('[aria-hidden="true"], .ws-hidden') ||
    style(e).clip !== "auto" ||
    style(e).clipPath !== "none" ||
    e.getBoundingClientRect().width <= 1;
  const scrolls = (e) => ["auto", "scroll"].includes(style(e).overflowX) && e.scrollWidth > e.clientWidth;
  const scroller = (e) => {
    let box = e.parentElement;
    while (box !== main && !scrolls(box)) box = box.parentElement;
    return box === main ? null : box;
  };

  function fits(e) {
    const box = scroller(e);
    if (box) {
      const operable = box.tabIndex >= 0 || box.querySelector("a, button, input, [tabindex='0']");
      if (!operable) faults.add(`no key scrolls ${name(box)}`);
      return;
    }
    const at = e.getBoundingClientRect();
    if (at.right > wide + 1 || at.left < -1) faults.add(`sticks out: ${name(e)}`);
    const cuts = ["hidden", "clip"].includes(style(e).overflowX);
    if (cuts && e.scrollWidth > e.clientWidth + 2 && e.textContent.trim()) faults.add(`cut off: ${name(e)}`);
  }

  function reachable(e) {
    e.scrollIntoView({ block: "center", behavior: "instant" });
    const at = e.getBoundingClientRect();
    if (at.width <= 1 || at.height <= 1) return;
    const top = document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
    if (!top || e.contains(top) || top.contains(e) || top.closest("label, a, button")) return;
    faults.add(`${name(e)} under ${name(top)}`);
  }

  if (main.scrollWidth > main.clientWidth + 1) faults.add(`the page scrolls sideways: ${main.scrollWidth} px`);
  const all = [...main.querySelectorAll("*")].filter((e) => !hidden(e));
  all.forEach(fits);
  all.filter((e) => e.matches("a, button, textarea, select, label")).forEach(reachable);
  return [...faults];
}
