#!/usr/bin/env bash
# Tries every property with many more inputs than in a pull request.
set -euo pipefail
cd "$(dirname "$0")/../.."
export HYPOTHESIS_PROFILE=${HYPOTHESIS_PROFILE:-night}
exec "${PYTHON:-.venv/bin/python}" -m pytest -n auto -q tests/property tests/unit/test_summarising.py "$@"
