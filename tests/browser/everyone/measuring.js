// What a page's layout says of itself, in words: nothing wider than the window, nothing too small
// to hit, nothing that moves. `least` is the height of a control in CSS pixels.
(least) => {
  const faults = [];
  const scroller = document.scrollingElement;
  if (scroller.scrollWidth > scroller.clientWidth) {
    faults.push(`${scroller.scrollWidth} px wide in a window of ${scroller.clientWidth}: ${widest()}`);
  }
  for (const target of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    const sizes = [target, ...(target.labels ?? [])].map(size);
    const wanted = isControl(target) ? least : 24;
    if (!sizes.some(([width, height]) => width + 0.5 > 24 && height + 0.5 > wanted)) {
      faults.push(`${sizes[0].map(Math.round)} px where ${wanted} are wanted: ${named(target)}`);
    }
  }
  for (const element of document.querySelectorAll("*")) {
    const { transitionDuration, animationName } = getComputedStyle(element);
    if (/[1-9]/.test(transitionDuration) || animationName !== "none") {
      faults.push(`moves: ${named(element)}`);
    }
  }
  return faults;

  function named(element) {
    return element.outerHTML.replace(/\s+/g, " ").slice(0, 160);
  }

  function widest() {
    const right = (element) => element.getBoundingClientRect().right;
    const all = [...document.body.querySelectorAll("*")];
    return named(all.reduce((found, next) => (right(next) > right(found) ? next : found)));
  }

  // Width and height in pixels. Infinite for what nobody can hit, and for a link in a sentence,
  // which the law excepts: its height is the line's.
  function size(target) {
    const { width, height } = target.getBoundingClientRect();
    const isShown = target.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
    const isText = getComputedStyle(target).display === "inline";
    return isShown && !isText ? [width, height] : [Infinity, Infinity];
  }

  function isControl(target) {
    return target.tagName !== "A" || target.closest(".top") !== null || target.matches(".button, .chips a");
  }
}
