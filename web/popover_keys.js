// What a control opens lies last in the page, so the keyboard would pass all else before it came there.
// Tab goes from the control into it, out of its end to what follows the control, and Escape back to
// the control. Who leaves closes it, so that it hides nothing that the keyboard comes to.
(() => {
  const BUTTON = '[data-testid="stPopoverButton"][aria-expanded="true"]', BODY = '[data-testid="stPopoverBody"]';
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
  const isStop = (one) => one.tabIndex >= 0 && !one.disabled && one.getClientRects().length > 0;
  document.addEventListener("keydown", (event) => {
    const button = document.querySelector(BUTTON), body = document.querySelector(BODY);
    if (!button || !body) return;
    const at = document.activeElement;
    if (event.key === "Escape" && body.contains(at)) button.focus();
    if (event.key !== "Tab") return;
    const stops = [...body.querySelectorAll(STOPS)].filter(isStop);
    if (at === button && !event.shiftKey && stops.length) {
      event.preventDefault();
      stops[0].focus();
    } else if (at === button) button.click();
    else if (at === stops[0] && event.shiftKey) {
      event.preventDefault();
      button.focus();
    } else if (at === stops.at(-1) && !event.shiftKey) {
      button.focus(); // from where Tab goes on
      button.click();
    }
  }, true);
})();
