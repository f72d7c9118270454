// Look of the map: style sheet, patterns, and how a class becomes a Leaflet style.
window.bob = window.bob || {};
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

  bob.sheet = `
    :root { color-scheme: light; --paper: #fff; --ink: #1b2733; --line: #c9d3dc; --edge: #5b6b78;
      --press: #0b5394; --sea: #f6f8fa; }
    html, body { margin: 0; overflow: hidden; height: 100%; font: 14px/1.35 system-ui, sans-serif;
      color: var(--ink); }
    body > span { display: none; }
    #map_div { background: var(--sea); }
    .bob-area { pointer-events: auto !important; cursor: pointer; outline: none; }
    .bob-area:focus-visible { stroke: #000; stroke-width: 4; }
    .bob-area[aria-pressed="true"]:focus-visible { stroke-width: 6; stroke-dasharray: 9 6; }
    .bob-tip { position: absolute; z-index: 1200; pointer-events: none; max-width: 240px;
      padding: 6px 9px; background: var(--paper); border: 1px solid var(--edge); border-radius: 4px;
      box-shadow: 0 1px 5px rgba(0,0,0,.3); }
    .bob-tip b { display: block; }
    .bob-legend { background: color-mix(in srgb, var(--paper) 94%, transparent); padding: 8px 10px; }
    .bob-legend.over { position: absolute; z-index: 1100; top: 8px; left: 8px; max-width: 205px;
      min-width: 152px;
      border: 1px solid var(--line); border-radius: 4px; }
    .bob-legend h2 { font-size: 13px; margin: 0 0 4px; }
    .bob-legend ul { list-style: none; margin: 0; padding: 0; }
    .bob-legend li { display: flex; white-space: nowrap; align-items: center; gap: 7px; font-size: 13px; }
    .bob-legend li span:last-child { margin-left: auto; padding-left: 8px;
      font-variant-numeric: tabular-nums; }
    .bob-legend select { font: inherit; font-size: 13px; width: 0; min-width: 100%; text-overflow: ellipsis;
      margin-bottom: 6px; padding: 4px;
      border: 1px solid var(--edge); border-radius: 4px; background: var(--paper); color: inherit; }
    .bob-legend svg { flex: none; }
    .bob-legend li b { font-weight: normal; }
    .bob-foot { position: fixed; bottom: 0; left: 0; right: 0; background: var(--paper); }
    .bob-time { display: flex; align-items: center; gap: 10px; padding: 7px 8px;
      border-top: 1px solid var(--line); }
    .bob-time button { font: inherit; min-width: 88px; padding: 6px 10px; cursor: pointer;
      border: 1px solid var(--press); border-radius: 4px; background: var(--paper); color: var(--press); }
    .bob-time button:focus-visible, .bob-time input:focus-visible,
    .bob-legend select:focus-visible { outline: 3px solid var(--press);
      outline-offset: 2px; }
    .bob-time input { flex: 1; min-width: 60px; accent-color: var(--press); height: 24px; }
    .bob-time output { min-width: 118px; text-align: right; font-variant-numeric: tabular-nums; }
    .leaflet-control-zoom a { color: var(--ink); }
    @media screen {
      [data-theme="dark"] { color-scheme: dark; --paper: #0f161d; --ink: #e6edf3; --line: #3b4854;
        --edge: #8a98a5; --press: #8cc0f0; --sea: #141d25; }
      [data-theme="dark"] .leaflet-bar { border-color: var(--line); }
      [data-theme="dark"] .leaflet-bar a { background-color: var(--paper); border-bottom-color: var(--line); }
      [data-theme="dark"] .leaflet-bar a:is(:hover, :focus) { background-color: #22303c; }
      [data-theme="dark"] .leaflet-bar a.leaflet-disabled { color: #7d8a96; }
      /* What is drawn is turned around, as web/screen.css does with charts */
      [data-theme="dark"] :is(.leaflet-overlay-pane > svg, .bob-legend svg) {
        filter: invert(0.94) hue-rotate(180deg) brightness(1.15); }
    }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
    @media print { .bob-time, .leaflet-control-zoom, .bob-legend select { display: none !important; }
      [data-theme="dark"] body { background: var(--paper) !important; color: var(--ink) !important; } }`;

  // The page around says which theme it has (web/theme.js).
  bob.followTheme = () => {
    const [own, page] = [document, window.parent.document].map((one) => one.documentElement);
    const follow = () => { own.dataset.theme = page.dataset.theme || "light"; };
    new MutationObserver(follow).observe(page, { attributeFilter: ["data-theme"] });
    follow();
  };

  // Patterns keep the classes without a value apart without colour.
  const PATTERNS = {
    hatch: ["#ffffff", "M-1,1 l2,-2 M0,8 l8,-8 M7,9 l2,-2", "#6b7680", 1.4],
    dots: ["#f4f4f4", "M2,2 h1.6 M6,6 h1.6", "#5f6b75", 1.6],
    grid: ["#ffffff", "M4,0 v8 M0,4 h8", "#8b97a1", 1],
    bars: ["#fbe3c8", "M0,2 h8 M0,6 h8", "#b45f06", 1.5],
  };

  function pattern(name) {
    const [ground, path, ink, width] = PATTERNS[name];
    const node = document.createElementNS(SVG, "pattern");
    for (const [key, value] of Object.entries({ id: `bob-${name}`, width: 8, height: 8,
      patternUnits: "userSpaceOnUse" })) node.setAttribute(key, value);
    node.innerHTML = `<rect width="8" height="8" fill="${ground}"/>` +
      `<path d="${path}" stroke="${ink}" stroke-width="${width}"/>`;
    return node;
  }

  bob.addPatterns = (svg) => {
    const defs = document.createElementNS(SVG, "defs");
    Object.keys(PATTERNS).forEach((name) => defs.appendChild(pattern(name)));
    svg.prepend(defs);
  };

  bob.fill = (kind) => (kind.pattern ? `url(#bob-${kind.pattern})` : kind.colour);

  bob.areaStyle = (kind, { selected, outside, rough }) => ({
    fillColor: bob.fill(kind),
    fillOpacity: outside ? 0.25 : 1,
    opacity: outside ? 0.4 : 1,
    color: selected ? "#000000" : "#ffffff",
    weight: selected ? 4 : 0.9,
    dashArray: rough && !selected ? "4 3" : null,
  });

  bob.groundStyle = { fillColor: "#e6eaee", fillOpacity: 1, color: "#ffffff", opacity: 1,
    weight: 0.9, dashArray: null };

  bob.swatch = (kind) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("width", 22);
    svg.setAttribute("height", 15);
    svg.setAttribute("aria-hidden", "true");
    svg.innerHTML = '<rect x="0.5" y="0.5" width="21" height="14" stroke="#4b5a67"/>';
    svg.firstChild.setAttribute("fill", bob.fill(kind));
    return svg;
  };

  bob.dashes = () => {
    const svg = bob.swatch({ colour: "#6baed6" });
    svg.innerHTML += '<path d="M1,7.5 h20" stroke="#fff" stroke-width="2" stroke-dasharray="4 3"/>';
    return svg;
  };

  bob.element = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  };
})();
