"""The style of the documentation: in the page itself, allowed there by its hash."""

import base64
import hashlib
from functools import lru_cache

STYLE = """
:root { --paper: light-dark(#fff, #0f161d); --ink: light-dark(#0c141c, #e6edf3);
  --link: light-dark(#0b5394, #8cc0f0); --line: light-dark(#d5dbe1, #3b4854); }
@media screen { :root { color-scheme: light dark; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.6 "Source Sans", "Segoe UI", system-ui, sans-serif;
  color: var(--ink); background: var(--paper); }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; }
.hoppa { position: absolute; left: -99rem; }
.hoppa:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; }
.sida { max-width: 68rem; margin: 0 auto; padding: 2rem 1.5rem 5rem; }
header { border-bottom: 1px solid var(--line); padding-bottom: 1.25rem; margin-bottom: 1.5rem; }
.vagar { display: flex; justify-content: space-between; max-width: none; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: 0 0 .5rem; font-weight: 600; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 .5rem; font-weight: 600; }
h3 { font-size: 1.15rem; line-height: 1.3; margin: 2.25rem 0 .25rem; font-weight: 600; }
p, ul { max-width: 44rem; margin: .5rem 0; }
.ingress { font-size: 1.15rem; max-width: 44rem; }
.exempel { border-left: 4px solid light-dark(#b45309, #e8944a);
  background: light-dark(#fff7ed, #2e2215); padding: .75rem 1rem; max-width: 44rem;
  margin: 1rem 0; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
code, pre { font: .9rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
.adress { overflow-wrap: anywhere; font-size: 1rem; background: light-dark(#eef3f8, #1f2c38);
  padding: .15rem .4rem; border-radius: 4px; }
pre { background: light-dark(#f4f6f8, #1a242e); border: 1px solid var(--line);
  border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; margin: .75rem 0; }
.rulla { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem 1rem .45rem 0;
  border-bottom: 1px solid light-dark(#e3e8ed, #2a3641); }
th { font-weight: 600; }
td:first-child, th[scope=row] { white-space: nowrap; font-weight: 400; }
.formater { color: light-dark(#44515e, #aab6c1); }
@media (max-width: 40rem) {
  .sida { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.7rem; }
  td:first-child, th[scope=row] { white-space: normal; }
  th, td { padding-right: .6rem; }
}
@media print { pre, .rulla { overflow: visible; white-space: pre-wrap; } }
"""


@lru_cache(maxsize=1)
def to_style_hash() -> str:
    """CSP source of the style, `'sha256-…'`."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode("utf-8")).digest()).decode()
    return f"'sha256-{digest}'"
