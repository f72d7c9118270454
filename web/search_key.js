// The key / opens the search of the page's top, unless somebody writes or has turned it off. When
// the search is open its field has the focus and what was in it is selected, arrows go between the
// hits, and a screen reader is told how many there are.
(() => {
  const BUTTON = ".st-key-sok_knapp button", FIELD = ".st-key-sok_text input";
  const COUNT = ".st-key-sok_antal", HITS = ".st-key-sok_traffar a", SWITCH = ".st-key-sok_med_tangent";
  const STEP = ".st-key-rundtur_steg";
  let isOn = true; // as long as the page is open, as the switch itself
  const find = (what) => document.querySelector(what);
  const writes = (at) => at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
  // The dialog takes the focus itself once it is drawn, sooner or later than its field.
  const ready = (tries) => {
    const field = find(FIELD), count = find(COUNT), at = document.activeElement; // count comes last
    count?.setAttribute("role", "status");
    if (count && ((at !== field && at.contains(field)) || !find("[role=dialog]").contains(at))) {
      field.focus();
      field.select();
    }
    if (tries) setTimeout(ready, 50, count ? Math.min(tries, 10) - 1 : tries - 1);
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
    find(STEP)?.setAttribute("role", "status"); // its text is another after the click
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
