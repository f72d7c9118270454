// Legend with the number of areas in each class on the shown day, and the tooltip.
(() => {
  "use strict";
  const NARROW = 380;

  bob.makeLegend = (state) => {
    const box = bob.element("section", "bob-legend");
    const title = bob.element("h2");
    const list = bob.element("ul");
    const roughRow = bob.element("li");
    roughRow.append(bob.dashes(), bob.element("b"));
    const more = bob.element("ul");
    more.append(roughRow);
    const select = bob.element("select");
    select.addEventListener("change", () => state.switchTo(select.value));
    box.append(select, title, list, more);
    let shown = "";

    function place() {
      const over = window.innerWidth >= NARROW;
      box.classList.toggle("over", over);
      (over ? state.map.getContainer() : state.foot).append(box);
    }

    function build(payload) {
      title.textContent = payload.legend;
      list.replaceChildren(...payload.classes.map((kind) => {
        const row = bob.element("li");
        row.append(bob.swatch(kind), bob.element("span", "", kind.label), bob.element("span"));
        return row;
      }));
      select.hidden = payload.choices.length < 2;
      select.setAttribute("aria-label", payload.words.indicator);
      select.replaceChildren(...payload.choices.map(([key, label]) => new Option(label, key)));
      shown = JSON.stringify([payload.legend, payload.classes]);
      place();
      state.fitHeight();
    }

    return {
      place,
      width: () => (box.classList.contains("over") ? box.offsetWidth + 8 : 0),
      update(payload, counts, rough) {
        if (shown !== JSON.stringify([payload.legend, payload.classes])) build(payload);
        select.value = state.wanted || payload.key;  // not back while the server answers
        roughRow.lastChild.textContent = payload.words.rough;
        roughRow.style.display = rough ? "" : "none";
        counts.forEach((count, index) => {
          const row = list.children[index];
          row.lastChild.textContent = count;
          row.style.display = count === 0 && payload.classes[index].rare ? "none" : "";
        });
      },
    };
  };

  bob.makeTip = (state) => {
    const tip = bob.element("div", "bob-tip");
    tip.hidden = true;
    state.map.getContainer().append(tip);

    // Names come from files and forms: textContent, never markup.
    function show(code, x, y) {
      tip.replaceChildren(bob.element("b", "", state.name(code)),
        ...state.lines(code).map((line) => bob.element("div", "", line)));
      tip.hidden = false;
      const size = state.map.getSize();
      tip.style.left = `${Math.max(4, Math.min(x + 14, size.x - tip.offsetWidth - 4))}px`;
      tip.style.top = `${Math.max(4, Math.min(y + 14, size.y - tip.offsetHeight - 4))}px`;
    }

    return { show, hide: () => { tip.hidden = true; } };
  };
})();
