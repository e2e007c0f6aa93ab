#!/bin/sh
# Takes the app away, as root. What belongs to the candidates, in their own
# ~/Library/Application Support/Invigil, stays. Not run here.
set -eu
if pgrep -f '^/Applications/Invigil\.app/' >/dev/null; then
  echo "Invigil is running, perhaps an interview: nothing was changed." >&2
  exit 1
fi
rm -rf /Applications/Invigil.app "/Library/Application Support/Invigil"
pkgutil --forget com.invigil.client
