#!/usr/bin/env bash
# Prints the address at which GitHub Pages will show the site. CHOSEN_URL (the repository's variable
# SITE_URL) goes first, then PAGES_URL, which GitHub itself says; else it follows from the name of the repository.
set -euo pipefail
known=${CHOSEN_URL:-${PAGES_URL:-}}
if [[ -n $known ]]; then
  echo "${known%/}/"
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
