# The engine's source tarball, from wherever it is to be had, with the locked hash. Sourced by `compile`.

# What VALKEY_TARBALL names is looked at before anything is downloaded.
check_given_tarball() {
  local given=${VALKEY_TARBALL:-}
  [ -n "$given" ] || return 0
  [ -f "$given" ] || die "VALKEY_TARBALL names $given, and there is no such file"
  matches_lock "$given" || die "$given is not the locked $(locked tarball) (its sha256 is not the one in vendor/valkey.lock): give VALKEY_TARBALL the right file, or unset it"
}

# Sets $tarball to a checked copy under build/, where every toolchain can see it.
fetch_engine() {
  local name cached
  name=$(locked tarball)
  cached=$cache/sources/$name
  tarball=build/sources/$name
  mkdir -p build/sources "$cache/sources"
  if [ -n "${VALKEY_TARBALL:-}" ]; then
    keep "$VALKEY_TARBALL" "$tarball"
  elif matches_lock "$cached"; then
    keep "$cached" "$tarball"
  else
    [ ! -e "$cached" ] || say "the cached $name does not have the locked sha256: fetching it again"
    fetch_from_debian "$name"
    keep "$tarball" "$cached"
  fi
}

# True if FILE exists and is, byte for byte, what the lock names.
matches_lock() {
  [ -f "$1" ] && [ "$(wc -c <"$1")" -eq "$(locked size)" ] && [ "$(sha256sum <"$1")" = "$(locked sha256)  -" ]
}

# keep FROM TO: TO appears whole or not at all, so an interrupted run leaves no bad file behind.
keep() {
  matches_lock "$2" && return
  cp "$1" "$2.$$" 2>/dev/null || { rm -f "$2.$$"; stopped "$(dirname "$2")" "cannot copy $1 to $2"; }
  mv "$2.$$" "$2"
}

fetch_from_debian() {
  local log=$logs/fetch.log dir=build/sources/fetch version suite
  version=$(locked debian_version) suite=$(locked suite)
  say "fetching $1 (Debian source package valkey $version, suite $suite)"
  rm -rf "$dir"
  mkdir -p "$dir"
  in_toolchain scripts/fetch-debian-source valkey "$version" "$suite" "$dir" >"$log" 2>&1 ||
    stopped build "$(tail -n 1 "$log") (log: $log). Put $1 somewhere and name it in VALKEY_TARBALL"
  matches_lock "$dir/$1" || die "the $1 that the mirror sent does not have the locked sha256: nothing was built. Try again, or name a good copy in VALKEY_TARBALL"
  mv "$dir/$1" "$tarball"
  rm -rf "$dir"
}
