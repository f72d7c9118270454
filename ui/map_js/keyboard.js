// One tab stop for the map: arrow keys move to the nearest area that way, Enter or space selects.
(() => {
  "use strict";
  const WAYS = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

  // Nearest centre within 60 degrees of the way; longitude is scaled to about Sweden's latitude.
  function neighbour(centres, from, [north, east]) {
    const [lat, lon] = centres[from];
    let best = null;
    let least = Infinity;
    for (const [code, [toLat, toLon]] of Object.entries(centres)) {
      const up = toLat - lat;
      const right = (toLon - lon) * 0.47;
      const along = up * north + right * east;
      const across = Math.abs(up * east) + Math.abs(right * north);
      if (code === from || along <= 0 || across > 1.7 * along) continue;
      const far = along + 2 * across;
      if (far < least) [best, least] = [code, far];
    }
    return best;
  }

  bob.focusable = (state) => {
    const codes = Object.keys(state.centres());
    const stop = state.paths.has(state.stop) ? state.stop
      : state.paths.has(state.payload.selected) ? state.payload.selected
        : codes.sort((a, b) => state.centres()[b][0] - state.centres()[a][0])[0];
    state.stop = stop;
    state.paths.forEach((layer, code) => {
      layer.getElement().setAttribute("tabindex", code === stop ? "0" : "-1");
    });
  };

  bob.listenToKeys = (state, svg) => {
    svg.addEventListener("keydown", (event) => {
      const code = event.target.dataset && event.target.dataset.kod;
      if (!code) return;
      if (event.key === "Enter" || event.key === " ") state.select(code);
      else if (WAYS[event.key]) {
        const next = neighbour(state.centres(), code, WAYS[event.key]);
        if (next) {
          state.stop = next;
          bob.focusable(state);
          state.paths.get(next).getElement().focus();
        }
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
    // Listened to from outside: Chromium makes an svg that listens to focus a tab stop itself.
    const around = state.map.getContainer();
    around.addEventListener("focusin", (event) => {
      const code = event.target.dataset && event.target.dataset.kod;
      if (!code) return;
      const box = event.target.getBoundingClientRect();
      state.tip.show(code, box.left + box.width / 2, box.top + box.height / 2);
    });
    around.addEventListener("focusout", () => state.tip.hide());
  };
})();
