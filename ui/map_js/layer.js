// The areas themselves. `bob.update(map, own)` is called by the map's element at every rerun.
// Outlines are fetched once each; a packet of codes and classes comes once, by `bob.learn`, and a
// rerun brings only what the view adds to it.
(() => {
  "use strict";
  const KEPT_PACKETS = 6;
  const fetched = new Map();
  const packets = new Map();
  let state = null;

  const tell = (properties) => window.parent.postMessage({
    isStreamlitMessage: true, type: "streamlit:setComponentValue", dataType: "json",
    value: { last_active_drawing: { properties: { ...properties, n: Date.now() } } },
  }, window.location.origin);

  const read = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer.json();
  };

  // What was lost is not kept: the next step or rerun asks anew.
  const outlines = (address) => {
    if (!fetched.has(address)) {
      fetched.set(address, read(address).catch((error) => {
        fetched.delete(address);
        throw error;
      }));
    }
    return fetched.get(address);
  };

  function makeState(map) {
    const foot = bob.element("div", "bob-foot");
    bob.followTheme();
    document.head.append(bob.element("style", "", bob.sheet));
    document.body.append(foot);
    const made = { map, foot, layers: new Map(), paths: new Map(), seen: {}, at: 0, address: null, stop: null };
    made.step = () => made.payload.steps[made.at];
    made.kindOf = (code) => {
      const row = made.payload.areas[code];
      return row ? parseInt(row[1][made.at], 36) : made.payload.missing;
    };
    made.name = (code) => (made.payload.areas[code] || [code])[0];
    made.lines = (code) => {
      const lines = [made.payload.classes[made.kindOf(code)].label];
      const value = made.payload.values[code];
      if (value && made.step().day === made.payload.day) lines.push(value);
      if (made.rough(code)) lines.push(made.payload.words.rough);
      return lines;
    };
    made.rough = (code) => {
      const layer = made.paths.get(code);
      return Boolean(layer && layer.feature.properties.ungefar);
    };
    made.centres = () => made.seen;
    made.outside = (code) => Boolean(made.payload.inside) && !made.payload.inside.includes(code);
    made.draw = () => draw(made);
    made.fitHeight = () => fitHeight(made);
    made.switchTo = (key) => {
      made.wanted = key;
      made.payload = withIndicator(made.payload, key);
      made.draw();
      made.tell({ indikator: key });
    };
    made.tell = tell;
    made.select = (code) => {
      made.payload.selected = made.payload.selected === code ? null : code;
      restyle(made);
      made.tell({ kod: made.payload.selected });
    };
    return made;
  }

  // The payload as it would be had the server been asked for another of the level's indicators.
  function withIndicator(payload, key) {
    const other = payload.others.find((one) => one.key === key);
    if (!other) return payload;
    const areas = {};
    const signs = {};
    for (const [code, [name, old]] of Object.entries(payload.areas)) {
      areas[code] = [name, other.signs[code]];
      signs[code] = old;
    }
    const { key: mine, legend, classes, missing, values } = payload;
    const others = payload.others.filter((one) => one !== other);
    return { ...payload, ...other, areas,
      others: [...others, { key: mine, legend, classes, missing, values, signs }] };
  }

  function setUp(map) {
    const made = makeState(map);
    map.setMinZoom(3);
    map.setMaxZoom(13);
    L.control.zoom({ position: "topright", zoomInTitle: bob.words.zoomIn,
      zoomOutTitle: bob.words.zoomOut }).addTo(map);
    made.renderer = L.svg({ padding: 0.6 }).addTo(map);
    const svg = made.renderer._container;
    bob.addPatterns(svg);
    svg.setAttribute("role", "group");
    made.tip = bob.makeTip(made);
    made.legend = bob.makeLegend(made);
    made.timeline = bob.makeTimeline(made);
    bob.listenToKeys(made, svg);
    listenToPointer(made, svg);
    // On a phone one finger scrolls the page; two fingers move the map.
    if (L.Browser.mobile) { map.dragging.disable(); map.getContainer().style.touchAction = "pan-y"; }
    map.scrollWheelZoom.disable();
    // The areas take the arrow keys; the map around them would be a tab stop that does nothing.
    map.keyboard.disable();
    map.getContainer().removeAttribute("tabindex");
    window.addEventListener("resize", () => fit(made));
    return made;
  }

  function listenToPointer(made, svg) {
    const codeAt = (event) => event.target.dataset && event.target.dataset.kod;
    svg.addEventListener("click", (event) => {
      if (!codeAt(event)) return;
      // The component has a click handler of its own, which would send the whole outline after.
      event.stopPropagation();
      if (!made.map.dragging.moved()) made.select(codeAt(event));
    });
    svg.addEventListener("pointermove", (event) => {
      const frame = made.map.getContainer().getBoundingClientRect();
      if (codeAt(event)) made.tip.show(codeAt(event), event.clientX - frame.left, event.clientY - frame.top);
      else made.tip.hide();
    });
    svg.addEventListener("pointerleave", () => made.tip.hide());
  }

  // Room for the legend at the left: half of it for a tall view, whose corner is free anyway.
  function besideLegend(made) {
    const [[south, west], [north, east]] = made.payload.bounds;
    const tall = (north - south) > 0.9 * (east - west);
    const wanted = made.legend.width() * (tall ? 0.5 : 1);
    return wanted * 2 > made.map.getSize().x ? 0 : wanted;
  }

  // The map takes the height that slider and legend leave.
  function fitHeight(made) {
    made.footHeight = made.foot.offsetHeight;
    const height = window.innerHeight - made.footHeight;
    made.map.getContainer().style.width = "100%";
    made.map.getContainer().style.height = `${Math.max(200, height)}px`;
    made.map.invalidateSize({ animate: false });
  }

  function fit(made) {
    made.legend.place();
    fitHeight(made);
    made.map.fitBounds(made.payload.bounds, { animate: false, paddingBottomRight: [6, 6],
      paddingTopLeft: [6 + besideLegend(made), 6] });
  }

  // A rare class, or a word of rough borders, may have come into the legend below the map.
  function refit(made) {
    if (made.foot.offsetHeight === made.footHeight) return;
    if (made.map.getContainer().dataset.ritad) fitHeight(made);
    else fit(made);
  }

  function toLayers(made, data) {
    const areas = L.geoJSON(data, { interactive: false, renderer: made.renderer,
      style: { className: "bob-area", fillOpacity: 1 } });
    const borders = L.layerGroup([["lan", 1.2], ["polisregion", 2.4]].map(([level, weight]) =>
      L.geoJSON(data.granser[level], { interactive: false, renderer: made.renderer,
        style: { color: "#22303c", weight, fill: false, className: `bob-border-${level}` } })));
    return { areas, borders, centres: data.centrum };
  }

  function swap(made, address, data) {
    const old = made.layers.get(made.address);
    if (old) { old.areas.remove(); old.borders.remove(); }
    if (!made.layers.has(address)) made.layers.set(address, toLayers(made, data));
    const now = made.layers.get(address);
    made.address = address;
    now.areas.addTo(made.map);
    now.borders.addTo(made.map);
  }

  // The areas that the reader has; those of others are pale ground, without name or figure.
  function takeIn(made) {
    const { areas, centres } = made.layers.get(made.address);
    made.taken = made.address + made.payload.packet;
    made.paths = new Map();
    made.seen = {};
    areas.eachLayer((layer) => {
      const { kod } = layer.feature.properties;
      const element = layer.getElement();
      const known = kod in made.payload.areas;
      element.classList.toggle("bob-area", known);
      if (known) {
        made.paths.set(kod, layer);
        made.seen[kod] = centres[kod];
        element.dataset.kod = kod;
        element.setAttribute("role", "button");
      } else {
        layer.setStyle(bob.groundStyle);
        delete element.dataset.kod;
        ["role", "tabindex", "aria-label", "aria-pressed"].forEach((name) =>
          element.removeAttribute(name));
      }
    });
  }

  function restyle(made) {
    const counts = made.payload.classes.map(() => 0);
    made.paths.forEach((layer, code) => {
      const kind = made.kindOf(code);
      const selected = code === made.payload.selected;
      const outside = made.outside(code);
      if (!outside) counts[kind] += 1;
      layer.setStyle(bob.areaStyle(made.payload.classes[kind],
        { selected, outside, rough: made.rough(code) }));
      const element = layer.getElement();
      element.setAttribute("aria-label", [made.name(code), ...made.lines(code)].join(", "));
      element.setAttribute("aria-pressed", String(selected));
      if (selected) bringToFront(layer, element);
    });
    made.legend.update(made.payload, counts, [...made.paths.keys()].some(made.rough));
    bob.focusable(made);
  }

  // Moving an element in the document takes the focus from it.
  function bringToFront(layer, element) {
    const focused = document.activeElement === element;
    layer.bringToFront();
    if (focused) element.focus();
  }

  async function draw(made) {
    const address = made.payload.outlines[made.step().outline];
    if (made.address !== address) {
      const data = await outlines(address).catch(() => null);
      if (made.payload.outlines[made.step().outline] !== address) return;
      if (!data) { fail(made); return; }
      // Another draw that waited for the same outlines may have done it: again would be new paths
      // that know no area.
      if (made.address !== address) swap(made, address, data);
    }
    unfail(made);
    if (made.taken !== address + made.payload.packet) takeIn(made);
    restyle(made);
    refit(made);
    if (made.payload.awaited && !made.map.getContainer().dataset.ritad) tell({ ritad: true });
    made.map.getContainer().dataset.ritad = `${made.payload.key} ${made.step().day}`;
  }

  function fail(made) {
    unfail(made);
    const note = bob.element("p", "bob-tip", made.payload.words.failed);
    note.setAttribute("role", "alert");
    made.map.getContainer().append(note);
    made.failed = note;
  }

  function unfail(made) {
    if (made.failed) made.failed.remove();
    made.failed = null;
  }

  bob.learn = (name, packet) => {
    packets.set(name, packet);
    if (packets.size > KEPT_PACKETS) packets.delete(packets.keys().next().value);
  };

  // A frame that the browser has made anew may lack what the server believes it has.
  bob.update = (map, own) => {
    const packet = packets.get(own.packet);
    if (!packet) { tell({ saknas: own.packet }); return; }
    const choices = own.switch ? packet.choices : [];
    const others = own.counted ? [...packet.others, own.counted] : packet.others;
    show(map, withIndicator({ ...packet, ...own, choices, others }, own.indicator));
  };

  function show(map, payload) {
    bob.words = payload.words;
    const first = state === null;
    if (first) state = setUp(map);
    const before = state.payload;
    // An answer to an earlier switch must not undo a later one.
    if (state.wanted === payload.key) state.wanted = null;
    state.payload = state.wanted ? withIndicator(payload, state.wanted) : payload;
    const moved = first || before.day !== payload.day || before.steps.length !== payload.steps.length;
    if (moved && !state.timeline.playing()) {
      state.at = payload.steps.findIndex((step) => step.day === payload.day);
    }
    state.at = Math.min(state.at, payload.steps.length - 1);
    state.timeline.update(payload);
    if (first) state.legend.update(payload, payload.classes.map(() => ""), false);
    if (window.frameElement) window.frameElement.title = payload.title;
    state.renderer._container.setAttribute("aria-label", payload.title);
    draw(state);
    if (first || String(before.bounds) !== String(payload.bounds)) fit(state);
  }
  bob.state = () => state;
})();
