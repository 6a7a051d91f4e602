#!/usr/bin/env bash
# Prints the address at which GitHub Pages will show the site. CHOSEN_URL (the repository's variable
# SITE_URL) goes first; else it follows from the name of the repository.
set -euo pipefail
if [[ -n ${CHOSEN_URL:-} ]]; then
  echo "${CHOSEN_URL%/}/"
  exit
fi
owner=${GITHUB_REPOSITORY%%/*}
name=${GITHUB_REPOSITORY#*/}
host=$(tr '[:upper:]' '[:lower:]' <<<"$owner").github.io
if [[ $(tr '[:upper:]' '[:lower:]' <<<"$name") == "$host" ]]; then
  echo "https://$host/"
else
  echo "https://$host/$name/"
fi
