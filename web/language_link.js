// The link to the other language leads to what is shown now: a part of the page may have changed
// the address since the link was drawn.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.sprak");
  if (!link) return;
  const asked = new URLSearchParams(location.search);
  asked.delete("sprak");
  if (link.lang !== "sv") asked.set("sprak", link.lang);
  link.href = `?${asked}`;
}, true);
