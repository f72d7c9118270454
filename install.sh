#!/usr/bin/env bash
# Installs a lock file into .venv (uv where present, pip where not), or a browser or nginx for the
# tests.
set -euo pipefail
cd "$(dirname "$0")"
venv=.venv

python_3_11() {
  local found
  for found in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
    [ -n "$found" ] && command -v "$found" >/dev/null || continue
    if "$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$found"; return
    fi
  done
  echo "Python 3.11 eller senare behövs. Installera det, eller ange det med PYTHON=…" >&2
  exit 1
}

install_requirements() {
  local python
  python=$(python_3_11)
  if command -v uv >/dev/null; then
    [ -x $venv/bin/python ] || uv venv -q --python "$(command -v "$python")" $venv
    uv pip install -q --python $venv/bin/python --require-hashes -r "$1"
    return
  fi
  if [ ! -x $venv/bin/pip ] && ! "$python" -m venv $venv; then
    rm -rf $venv
    echo "Modulen venv saknas. På Debian och Ubuntu: apt install python3-venv" >&2
    exit 1
  fi
  # Python compiles what is used when it is first used; most never is
  $venv/bin/python -m pip install -q --no-compile --require-hashes -r "$1"
}

# Playwright's own Chromium where it can be fetched, else the distribution's.
install_browser() {
  if $venv/bin/python -m tests.browser_binary >/dev/null 2>&1; then return; fi
  if timeout 300 $venv/bin/python -m playwright install --with-deps chromium; then return; fi
  local sudo=""
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  $sudo apt-get install -y -qq chromium-headless-shell || $sudo apt-get install -y -qq chromium
  $venv/bin/python -m tests.browser_binary
}

# nginx for the tests of several servers: what is there, else the distribution's, unpacked beside
# our own and neither installed nor started.
install_proxy() {
  if $venv/bin/python -m tests.deploy.nginx_binary >/dev/null 2>&1; then return; fi
  command -v apt-get >/dev/null || { echo "Installera nginx, och kör igen." >&2; exit 1; }
  local sudo="" into
  [ "$(id -u)" = 0 ] || sudo=sudo
  into=$(mktemp -d)
  (cd "$into" && { apt-get download -qq nginx || { $sudo apt-get update -qq && apt-get download -qq nginx; }; })
  dpkg -x "$into"/nginx_*.deb $venv/nginx
  rm -rf "$into"
  $venv/bin/python -m tests.deploy.nginx_binary
}

case "$1" in
  --browser) install_browser ;;
  --proxy) install_proxy ;;
  *) install_requirements "$1" ;;
esac
