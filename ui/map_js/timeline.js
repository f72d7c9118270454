// The day slider. It restyles in the browser and tells the server when it rests.
(() => {
  "use strict";
  const FRAME_MS = 900;

  bob.makeTimeline = (state) => {
    const bar = bob.element("div", "bob-time");
    const play = bob.element("button");
    const slider = bob.element("input");
    const label = bob.element("output");
    play.type = "button";
    slider.type = "range";
    slider.min = 0;
    slider.id = "bob-day";
    label.htmlFor = "bob-day";
    label.setAttribute("aria-live", "off");
    bar.append(play, slider, label);
    state.foot.prepend(bar);
    let timer = null;

    function say() {
      const words = state.payload.words;
      const text = state.payload.steps[state.at].label;
      label.textContent = text;
      slider.setAttribute("aria-label", words.day);
      slider.setAttribute("aria-valuetext", text);
      play.textContent = timer ? `❚❚ ${words.pause}` : `▶ ${words.play}`;
    }

    function go(index) {
      state.at = index;
      slider.value = index;
      state.draw();
      say();
    }

    function rest() {
      clearInterval(timer);
      timer = null;
      say();
      state.tell({ dag: state.payload.steps[state.at].day });
    }

    function frame() {
      if (state.at >= state.payload.steps.length - 1) rest();
      else go(state.at + 1);
    }

    slider.addEventListener("input", () => { clearInterval(timer); timer = null; go(+slider.value); });
    slider.addEventListener("change", rest);
    play.addEventListener("click", () => {
      if (timer) { rest(); return; }
      if (state.at >= state.payload.steps.length - 1) go(0);
      timer = setInterval(frame, FRAME_MS);
      say();
    });

    return {
      playing: () => timer !== null,
      update(payload) {
        bar.hidden = payload.steps.length < 2;
        bar.style.display = bar.hidden ? "none" : "";
        slider.max = payload.steps.length - 1;
        slider.value = state.at;
        say();
      },
    };
  };
})();
