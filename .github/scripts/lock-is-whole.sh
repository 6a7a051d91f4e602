#!/usr/bin/env bash
# Resolves the dependencies anew and fails if the locks are not what comes of it.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PATH="$PWD/.venv/bin:$PATH"
make lock
if ! git diff --exit-code -- requirements.txt requirements-dev.txt hooks/explainer/skeleton/project/requirements.txt; then
  echo "::error::The locks are not what requirements.in and requirements-dev.in resolve to. Run: make lock"
  exit 1
fi
