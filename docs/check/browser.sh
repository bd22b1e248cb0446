#!/bin/sh
# Opens every page of a built book in a browser, as wide as a desk and as
# narrow as a phone, and tries what only a browser can tell:
#
#     sh docs/check/browser.sh build/book/html
#
# Needs chromium. browser.html says what is tried.
set -eu
book=$(CDPATH='' cd -- "${1:-build/book/html}" && pwd -P)
check=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/chainrule-browser.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

pages=$(cd "$book" && printf '%s,' *.html)
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --allow-file-access-from-files --user-data-dir="$scratch" \
    --enable-logging=stderr --hide-scrollbars --window-size=1400,1100 --timeout=300000 \
    --virtual-time-budget=600000 --dump-dom \
    "file://$check/browser.html?book=file://$book/&pages=$pages" \
    >"$scratch/dom" 2>"$scratch/log" || true

# What pages themselves complain of.
if grep 'CONSOLE' "$scratch/log" | grep -E 'Uncaught|ERR_|Failed|Error'; then
    exit 1
fi
sed -n '/<pre id="report">/,/<\/pre>/p' "$scratch/dom" |
    sed 's/<[^>]*>//g' >"$scratch/report"
cat "$scratch/report"
grep -q '^done: .* 0 bad$' "$scratch/report"
