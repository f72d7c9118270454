// Which theme is shown, as `data-theme` of the page, where style sheets and the map's frame ask:
// Streamlit says it by a style of its app alone. Before that there is an app, what the system asks.
(() => {
  const page = document.documentElement, APP = ".stApp";
  const tell = (isDark) => { page.dataset.theme = isDark ? "dark" : "light"; };
  const follow = () => {
    const app = document.querySelector(APP);
    if (app) tell(getComputedStyle(app).colorScheme === "dark");
    return app;
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  tell(system.matches);
  system.addEventListener("change", () => { if (!follow()) tell(system.matches); });
  const changes = new MutationObserver(follow);
  const arrival = new MutationObserver(() => {
    const app = follow();
    if (!app) return;
    arrival.disconnect();
    changes.observe(app, { attributeFilter: ["class"] });
  });
  arrival.observe(page, { childList: true, subtree: true });
})();
