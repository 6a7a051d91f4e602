#!/usr/bin/env bash
# Opens every address of every source and writes what is dead or has moved, and what rests on it, to a folder.
# What is found is written as it is found: after LIMIT the report tells as much as is known by then.
set -euo pipefail
folder=$(realpath -m "$1")
shift
cd "$(dirname "$0")/../.."
export PYTHONPATH=hooks
python=${PYTHON:-python}
mkdir -p "$folder"
"$python" -m explainer sources >"$folder/addresses.txt"
ended=0
timeout "${LIMIT:-50m}" "$python" "${LOOK:-.github/scripts/addresses.py}" "$folder" "$@" \
  <"$folder/addresses.txt" || ended=$?
((ended == 0 || ended == 124)) || exit "$ended"
{
  if ((ended)); then
    echo "**Not all addresses were opened: the time was up.** What follows was found until then."
    echo
  fi
  "$python" -m explainer sources --dead "$folder/dead.txt" --format markdown
  echo
  "$python" .github/scripts/addresses.py --told "$folder"
} >"$folder/report.md"
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  head -c 900000 "$folder/report.md" >>"$GITHUB_STEP_SUMMARY"
fi
