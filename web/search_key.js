// The key / opens the search of the page's top, unless somebody writes or has turned it off. When
// the search is open its field has the focus and what was in it is selected, arrows go between the hits, and a screen reader is
// told how many there are.
(() => {
  const BUTTON = ".st-key-sok_oppna button", FIELD = ".st-key-sok_text input";
  const COUNT = ".st-key-sok_antal", HITS = ".st-key-sok_traffar a", SWITCH = ".st-key-sok_med_tangent";
  let isOn = true; // as long as the page is open, as the switch itself
  const find = (what) => document.querySelector(what);
  const writes = (at) => at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
  const ready = (tries) => {
    const field = find(FIELD), count = find(COUNT); // which is drawn last
    if (!count && tries) setTimeout(ready, 50, tries - 1);
    if (!count) return;
    count.setAttribute("role", "status");
    field.focus();
    field.select();
  };
  const step = (event) => {
    const places = [find(FIELD), ...document.querySelectorAll(HITS)];
    const here = places.indexOf(document.activeElement);
    if (here < 0) return;
    event.preventDefault();
    places[here + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(BUTTON)) ready(100);
  });
  for (const kind of ["click", "keyup"]) {
    document.addEventListener(kind, (event) => {
      if (!event.target.closest?.(SWITCH)) return;
      setTimeout(() => { isOn = find(`${SWITCH} input`)?.checked ?? isOn; }, 100);
    }, true); // since the switch lets nobody else see it
  }
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event);
    const button = find(BUTTON);
    if (event.key !== "/" || !isOn || !button || writes(event.target)) return;
    if (find("[role=dialog]")) return;
    event.preventDefault();
    button.focus(); // which has it again when the search is closed
    button.click();
  });
})();
