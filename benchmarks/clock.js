// Clocks inside the page, so that no round trip to the driver is part of a figure.
// Loaded before anything else of the page.
(() => {
  "use strict";
  const LIMIT_MS = 20000;
  const WATCHED = { subtree: true, childList: true, attributes: true, characterData: true };

  // Resolves once test() holds; asked again at every change of the document.
  const until = (what, where, test) => new Promise((done, fail) => {
    if (test()) { done(); return; }
    const limit = setTimeout(() => { watcher.disconnect(); fail(new Error(what)); }, LIMIT_MS);
    const watcher = new MutationObserver(() => {
      if (!test()) return;
      watcher.disconnect();
      clearTimeout(limit);
      done();
    });
    watcher.observe(where, WATCHED);
  });

  // The second frame begins only when the first has been painted.
  const painted = () => new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
  });

  const inner = () => document.querySelector('iframe[src*="streamlit_folium"]').contentWindow;
  const drawn = () => inner().document.querySelector("#map_div").dataset.ritad;
  const places = {
    map: { where: () => inner().document, read: drawn },
    answer: { where: () => document, read: () => document.querySelector(".st-key-svar").textContent },
    text: { where: () => document, read: () => document.querySelector(".st-key-shown").textContent },
  };

  const shows = (selector) => [document, ...[...document.querySelectorAll("iframe")]
    .map((frame) => frame.contentDocument)].some((one) => one && one.querySelector(selector));

  window.clock = {
    // Cold load: milliseconds from the navigation until `selector` is painted, here or in a frame.
    // A frame's document is not there from the start, so it is asked for at every frame painted.
    watch(selector) {
      this.cold = new Promise((done, fail) => {
        const look = () => {
          if (shows(selector)) requestAnimationFrame(() => done(performance.now()));
          else if (performance.now() > LIMIT_MS) fail(new Error(selector));
          else requestAnimationFrame(look);
        };
        look();
      });
    },

    // From the next release of the mouse until what `place` shows is another and painted.
    arm(place) {
      const { where, read } = places[place];
      const before = read();
      const changed = async () => {
        const start = performance.now();
        await until(`change of ${place}`, where(), () => read() !== before);
        await painted();
        return performance.now() - start;
      };
      this.took = new Promise((done, fail) => {
        const released = () => changed().then(done, fail);
        document.addEventListener("pointerup", released, { once: true, capture: true });
      });
    },

    // From another choice in the legend until the map is painted, and until the page follows.
    async switchIndicator(number) {
      const select = inner().document.querySelector(".bob-legend select");
      const captions = () => [...document.querySelectorAll("[data-testid=stCaptionContainer]")]
        .map((one) => one.textContent).join();
      const [before, said] = [drawn(), captions()];
      const start = performance.now();
      // The map's own come first; the counted ones are fetched from the server.
      const own = inner().bob.state().payload.others.length + 1;
      select.selectedIndex = number % own;
      select.dispatchEvent(new Event("change"));
      await until("switch", inner().document, () => drawn() !== before);
      await painted();
      const mapped = performance.now() - start;
      await until("page follows", document, () => captions() !== said);
      await painted();
      return [mapped, performance.now() - start];
    },

    codes: () => [...inner().bob.state().paths.keys()],

    // From a click on an area until the panel's heading has its name.
    async clickArea(code) {
      const name = inner().bob.state().name(code);
      const named = () => [...document.querySelectorAll("h2")].some((h) => h.textContent === name);
      const start = performance.now();
      const area = inner().document.querySelector(`path[data-kod="${code}"]`);
      area.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      await until(`heading ${name}`, document, named);
      await painted();
      return performance.now() - start;
    },

    // From a move of the slider until the map is restyled and painted.
    async step(index) {
      const slider = inner().document.querySelector("#bob-day");
      const { day } = inner().bob.state().payload.steps[index];
      const start = performance.now();
      slider.value = index;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await until(`step ${day}`, inner().document, () => drawn().endsWith(day));
      await painted();
      return performance.now() - start;
    },

    steps: () => inner().bob.state().payload.steps.length,

    // Plays `frames` frames: milliseconds from each tick of the timer until it is painted.
    async play(frames) {
      const frame = inner();
      const ordinary = frame.setInterval;
      const took = [];
      await new Promise((done) => {
        frame.setInterval = (tick, every) => ordinary.call(frame, () => {
          const start = performance.now();
          tick();
          painted().then(() => took.push(performance.now() - start) === frames && done());
        }, every);
        frame.document.querySelector(".bob-time button").click();
      });
      frame.setInterval = ordinary;
      return took;
    },
  };
})();
