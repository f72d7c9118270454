// A button that is gone once it has been pressed takes the focus with it, and the keyboard would go on
// from the beginning of the page. It goes on from what the page says of what was done instead.
(() => {
  const NOTICES = '[data-testid="stMain"] [data-testid="stAlert"]';
  const BUTTONS = '[data-testid="stButton"] button, [data-testid="stFormSubmitButton"] button';
  const told = () => [...document.querySelectorAll(NOTICES)];
  const follow = (button, before, tries) => {
    const at = document.activeElement;
    if (at !== document.body && at !== button) return; // somebody has gone on
    const notice = button.isConnected ? null : told().find((one) => !before.has(one.innerText));
    if (notice && at === document.body) {
      notice.tabIndex = -1;
      notice.focus();
    } else if (tries) setTimeout(follow, 100, button, before, tries - 1);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(BUTTONS);
    if (button) setTimeout(follow, 100, button, new Set(told().map((one) => one.innerText)), 200);
  }, true);
})();
