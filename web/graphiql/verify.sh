#!/bin/sh
# Builds GraphiQL afresh in a temporary folder and compares every file with the committed ../dist/graphiql.
# Files are compared after decompression: compressed bytes may differ between versions of zlib, content may not.
set -eu
cd "$(dirname "$0")"
committed=$(cd ../dist/graphiql && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

cp -R .npmrc index.html pack.js package.json package-lock.json src vite.config.js "$work"
(cd "$work" && npm ci && npx --no-install vite build --logLevel warn && node pack.js build fresh)

list() { (cd "$1" && find . -type f | LC_ALL=C sort); }
list "$committed" >"$work/committed.txt"
list "$work/fresh" >"$work/fresh.txt"
diff -u "$work/committed.txt" "$work/fresh.txt"
cmp "$committed/manifest.json" "$work/fresh/manifest.json"
while read -r file; do
  case $file in
  *.gz)
    gzip -dc "$committed/$file" >"$work/a"
    gzip -dc "$work/fresh/$file" >"$work/b"
    cmp "$work/a" "$work/b" || { echo "$file is not what its sources build: run npm run build in web/graphiql" >&2; exit 1; }
    ;;
  esac
done <"$work/fresh.txt"
echo "web/dist/graphiql is what its sources build: $(grep -c . "$work/fresh.txt") files compared"
