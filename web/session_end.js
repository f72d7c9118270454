// A warning five minutes before one is signed out, for lack of use or since the day is over, in the
// words and with the seconds that the page was sent (ui/session_warning.py). To write is use: who writes
// stays signed in without being asked. In a demonstration nothing is sent, and nothing is shown.
(() => {
  const TOLD = "p.sittning", STATE = "data-test-script-state";
  const GO_ON = ".st-key-sittning_fortsatt button", SIGN_IN = ".st-key-sittning_logga_in button";
  const WARNED = 300e3, WRITING = 60e3, LOOKED = 5e3; // milliseconds
  let used = Date.now(), written = 0, told = "", end = Infinity, shown = "", dismissed = false;
  const box = document.createElement("dialog");
  box.className = "sittning_ruta";
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-labelledby", "sittning_rubrik");
  box.setAttribute("aria-describedby", "sittning_text");
  // One of Streamlit's dialogs that is open would keep the focus, and hide all others from readers
  box.setAttribute("data-react-aria-top-layer", "true");
  const press = (what) => document.querySelector(what)?.click();
  const leave = () => { shown = ""; box.close(); };
  const goOn = () => { leave(); press(GO_ON); };
  const put = (name, parts) => {
    const one = document.createElement(name);
    Object.assign(one, parts);
    box.append(one);
  };
  const show = (kind, words, at, buttons) => {
    if (shown === kind) return;
    const clock = { hour: "2-digit", minute: "2-digit" };
    const time = new Date(at).toLocaleTimeString(words.tag, clock);
    box.replaceChildren();
    put("h2", { id: "sittning_rubrik", textContent: words[`${kind}Title`] });
    put("p", { id: "sittning_text", textContent: words[`${kind}Text`].replace("{time}", time) });
    for (const [text, onclick] of buttons) put("button", { textContent: text, onclick });
    document.body.append(box);
    shown = kind;
    if (!box.open) box.showModal();
  };
  const look = () => {
    const words = document.querySelector(TOLD)?.dataset, now = Date.now();
    if (!words) return;
    // A run may be over before its state is shown, so that it is told anew is use as well.
    if (words.told !== told) [told, end, used] = [words.told, now + words.left * 1e3, now];
    const idle = used + words.idle * 1e3, at = Math.min(idle, end);
    const warned = Math.min(WARNED, words.idle * 250);
    if (now >= at) show("over", words, at, [[words.signIn, () => location.reload()]]);
    else if (now < at - warned) { if (shown) leave(); } // used in another way
    else if (at === end && !dismissed) {
      show("end", words, at, [[words.signIn, () => press(SIGN_IN)],
        [words.close, () => { dismissed = true; leave(); }]]);
    } else if (at === idle) {
      if (now - written < WRITING) press(GO_ON);
      else show("idle", words, at, [[words.goOn, goOn]]);
    }
  };
  box.addEventListener("cancel", (event) => {
    event.preventDefault(); // Escape is an answer too
    if (shown === "idle") goOn();
    else if (shown === "end") { dismissed = true; leave(); }
  });
  document.addEventListener("input", () => { written = Date.now(); }, true);
  new MutationObserver(() => { used = Date.now(); look(); }) // each run at the server is use
    .observe(document.documentElement, { attributeFilter: [STATE], subtree: true });
  setInterval(look, LOOKED);
})();
