// A button that is gone once it has been pressed takes the focus with it, and the keyboard would go on
// from the beginning of the page. When the page is still it goes on from what is said of what was done,
// unless somebody has gone on by herself meanwhile.
(() => {
  const BUTTONS = '[data-testid="stButton"] button, [data-testid="stFormSubmitButton"] button';
  const NOTICES = '[class*="st-key-sagt_"] [data-testid="stAlert"]';
  const RESTS = '[data-test-script-state="notRunning"]';
  const TURN = 100, MOST = 20; // milliseconds, and turns of rest after which nothing is said any more
  let timer = 0;
  const stop = () => clearTimeout(timer);
  const follow = (button, rested) => {
    const at = document.activeElement;
    if (at !== document.body && at !== button) return;
    const rests = document.querySelector(RESTS) !== null;
    const notice = [...document.querySelectorAll(NOTICES)].find((one) => one.checkVisibility());
    if (rests && notice && !button.isConnected) {
      notice.tabIndex = -1;
      notice.focus();
    } else if (rested < MOST) timer = setTimeout(follow, TURN, button, rests ? rested + 1 : 0);
  };
  document.addEventListener("click", (event) => {
    const button = event.detail === 0 && event.target.closest?.(BUTTONS); // 0: by the keyboard
    if (!button) return;
    stop();
    timer = setTimeout(follow, TURN, button, 0);
  }, true);
  for (const kind of ["keydown", "pointerdown", "wheel"]) {
    document.addEventListener(kind, stop, { capture: true, passive: true });
  }
})();
