#!/usr/bin/env bash
# Times one letter of the demo (four pages) made by Anfragen beside LibreOffice, Chromium and WeasyPrint, all in one run on one machine.
# Needs: apt-get install libreoffice-writer-nogui chromium weasyprint. Figures are CPU milliseconds per letter, user and system together.
# "cold" starts the program for one letter; "warm" is a letter within a batch, the start taken off.
set -euo pipefail
cd "$(dirname "$0")"
batch=${1:-40}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build -c Release -v q --nologo > "$work/build.log" || { cat "$work/build.log"; exit 1; }
ours="dotnet $PWD/bin/Release/net10.0/Anfragen.Benchmarks.dll"
$ours input "$work/html" "$batch"

# cpu COMMAND…: milliseconds of CPU, its children included.
cpu() {
    local TIMEFORMAT='%U %S' out
    out=$({ time "$@" > "$work/log" 2>&1; } 2>&1) || { cat "$work/log" >&2; return 1; }
    awk '{ printf "%.0f", 1000 * ($1 + $2) }' <<< "$out"
}

each() { awk -v one="$1" -v all="$2" -v count="$batch" 'BEGIN { printf "%.1f", (all - one) / (count - 1) }'; }

row() { printf '| %-34s | %10s | %10s |\n' "$1" "$2" "$3"; }

soffice=(soffice --headless "-env:UserInstallation=file://$work/profile")
(cd "$work/html" && "${soffice[@]}" --convert-to odt --outdir "$work/odt" ./*.html > /dev/null 2>&1)
lo_one=$(cpu "${soffice[@]}" --convert-to pdf --outdir "$work/pdf" "$work/odt/letter-001.odt")
lo_all=$(cpu "${soffice[@]}" --convert-to pdf --outdir "$work/pdf" "$work"/odt/*.odt)

cat > "$work/weasy.py" <<'PY'
import sys
from weasyprint import HTML
for path in sys.argv[1:]:
    HTML(path).write_pdf(path + ".pdf")
PY
python=$(sed -n "1s/^#!//p" "$(command -v weasyprint)")
wp_one=$(cpu $python "$work/weasy.py" "$work/html/letter-001.html")
wp_all=$(cpu $python "$work/weasy.py" "$work"/html/*.html)

chromium=(chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer)
# Chromium prints one document per start; as a batch it gets one document that holds all letters, each on a page of its own.
{ cat "$work/html/letter-001.html"; for file in "$work"/html/letter-0*.html; do sed 's/<!DOCTYPE html>.*<\/style>/<div style="break-before:page">/' "$file"; done; } > "$work/all.html"
cr_one=$(cpu "${chromium[@]}" --print-to-pdf="$work/one.pdf" "$work/html/letter-001.html")
cr_all=$(cpu "${chromium[@]}" --print-to-pdf="$work/all.pdf" "$work/all.html")

our_one=$(cpu $ours one "$work/ours.pdf")
our_warm=$($ours letters 3000 1 | sed -n 's/.*: \([0-9.]*\) ms CPU.*/\1/p')

printf 'CPU ms per letter; load %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"
row "program" "warm" "cold"
row "Anfragen (unsigned, with data)" "$our_warm" "$our_one"
row "LibreOffice $(soffice --version | awk '{print $2}')" "$(each "$lo_one" "$lo_all")" "$lo_one"
row "Chromium $(chromium --version | awk '{print $2}')" "$(each "$cr_one" "$cr_all")" "$cr_one"
row "WeasyPrint $(weasyprint --version | awk '{print $NF}')" "$(each "$wp_one" "$wp_all")" "$wp_one"
$ours sealed 1000
$ours long
