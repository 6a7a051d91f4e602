#!/usr/bin/env bash
# Fails if a folder that is to be published holds anything but plain files and folders: what a link points
# to would be published, wherever it lies.
set -euo pipefail
found=$(find "$1" ! -type f ! -type d -print)
if [[ -n $found ]]; then
  echo "These are no plain files, so $1 is not published:" >&2
  echo "$found" >&2
  exit 1
fi
echo "$1 holds $(find "$1" -type f | wc -l) plain files and nothing else."
