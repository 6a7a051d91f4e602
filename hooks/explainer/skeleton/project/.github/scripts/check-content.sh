#!/usr/bin/env bash
# Says what is wrong in the content: as annotations, whole in the log, and in the run's summary.
# With BASE (a git revision), what the branch adds must be without warnings, too; what others left is
# told and counts only if it is an error.
set -uo pipefail
cd "$(dirname "$0")/../.."
export PYTHONPATH=hooks
python=${PYTHON:-python}

status=0
whole=$(mktemp)
trap 'rm -f "$whole"' EXIT

# The source lines that are quoted come from strangers: GitHub must not take one for a command.
token=$("$python" -c 'import secrets; print(secrets.token_hex(16))')
"$python" -m explainer check >"$whole" 2>&1 || status=1
echo "::stop-commands::$token"
cat "$whole"
echo "::$token::"

if [[ -n ${BASE:-} ]]; then
  "$python" -m explainer check --strict --changed "$BASE" --format github || status=1
  # what the branch did not add, but what forbids publication all the same
  ((status)) && "$python" -m explainer check --format github | grep '^::error' || true
else
  "$python" -m explainer check --format github || status=1
fi

if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  {
    echo "## Content"
    echo
    echo '~~~~~~~~~~~~text'
    head -c 500000 "$whole"
    echo '~~~~~~~~~~~~'
  } >>"$GITHUB_STEP_SUMMARY"
fi
exit $status
