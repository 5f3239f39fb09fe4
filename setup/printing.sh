#!/usr/bin/env bash
# Brings what the tests print on: a CUPS server with a queue that prints to PDF. They start one of their own; the one that
# Debian would start beside it is not wanted. Where it cannot be brought, those tests are skipped, and say so.
set -euo pipefail
cd "$(dirname "$0")"

if [ -x /usr/sbin/cupsd ] && [ -x /usr/lib/cups/backend/cups-pdf ] && command -v lp >/dev/null; then
    exit 0
fi
./apt.sh cups cups-client cups-filters printer-driver-cups-pdf || echo "setup: tests of office printers will be skipped" >&2
