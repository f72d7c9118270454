// What people have written is Swedish on a page in another language (ui/as_written.py).
if (!document.documentElement.lang.startsWith("sv")) {
  new MutationObserver(() => {
    for (const one of document.querySelectorAll('[class*="st-key-svenska_"]:not([lang])')) one.lang = "sv";
  }).observe(document.documentElement, { childList: true, subtree: true });
}
