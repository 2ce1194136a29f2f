# Where emcc 3.1.69 comes from: a container, a Debian trixie root of our own, or this machine. Sourced by `compile`.
# choose_toolchain sets $toolchain, one that has $needs (emcc or gcc); in_toolchain runs a command there, from the top
# of the checkout. A try_ function that fails leaves its reason in $why.

emcc_version=3.1.69
debian_suite=trixie
packages='ca-certificates emscripten gcc libc6-dev make patch pkg-config tcl'
# Another list of packages is another toolchain.
toolchain_id=$debian_suite-$(sha256sum <<<"$packages" | cut -c1-8)

choose_toolchain() {
  local kind why kinds=${WASM_REDIS_TOOLCHAIN:-container root local} reasons=''
  case $kinds in
    'container root local' | container | root | local) ;;
    *) die "WASM_REDIS_TOOLCHAIN is '$kinds': it can be container, root or local" ;;
  esac
  for kind in $kinds; do
    if "try_$kind"; then return; fi
    reasons+="$why; "
  done
  die "no toolchain with emcc $emcc_version, mend one of these: ${reasons%; }"
}

in_toolchain() { "in_$toolchain" "$@"; }

# progress LOG: shows the newest line of a long step in place; without a terminal, one line every ten seconds.
progress() {
  local line last=$SECONDS
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$1"
    if [ -t 1 ]; then
      printf '\r\033[K  %4d s  %.70s' "$SECONDS" "$line"
    elif [ $((SECONDS - last)) -ge 10 ]; then
      printf '  %4d s  %s\n' "$SECONDS" "$line"
      last=$SECONDS
    fi
  done
  [ ! -t 1 ] || printf '\r\033[K'
}

# ---- container ----------------------------------------------------------------------------------------------------------

try_container() {
  local log=$logs/container.log
  image=wasm-redis-toolchain:$toolchain_id
  for engine in docker podman; do
    command -v "$engine" >/dev/null && timeout 10 "$engine" info >/dev/null 2>&1 || continue
    if ! "$engine" image inspect "$image" >/dev/null 2>&1; then
      say "making the container image $image with $engine (once, some minutes)"
      : >"$log"
      if ! printf 'FROM debian:%s-slim\nRUN apt-get update && apt-get install -y --no-install-recommends %s && rm -rf /var/lib/apt/lists/*\n' \
        "$debian_suite" "$packages" | "$engine" build -t "$image" - 2>&1 | progress "$log"; then
        why="$engine could not make the image (see $log)"
        [ -n "${WASM_REDIS_TOOLCHAIN:-}" ] || say "$why: looking for another toolchain"
        return 1
      fi
    fi
    toolchain=container
    say "toolchain: container $image ($engine)"
    return
  done
  why='no container engine answers (start docker or podman)'
  return 1
}

in_container() {
  local rootless=()
  [ "$engine" != podman ] || [ "$(id -u)" -eq 0 ] || rootless=(--userns=keep-id)
  "$engine" run --rm "${rootless[@]}" --user "$(id -u):$(id -g)" --env HOME=/tmp --env LC_ALL=C.UTF-8 \
    --volume "$PWD:/checkout" --workdir /checkout "$image" "$@"
}

# ---- a Debian root --------------------------------------------------------------------------------------------------------

root=$cache/$toolchain_id

try_root() {
  why='a Debian root can be made and entered by root only (run ./compile as root)'
  [ "$(id -u)" -eq 0 ] || return 1
  if [ ! -d "$root" ]; then
    own "$cache/$toolchain_id.lock"
    [ -d "$root" ] || make_root || return 1
  fi
  toolchain=root
  say "toolchain: Debian $debian_suite root $root"
}

# debootstrap works under another name: a root that carries its final one is whole.
make_root() {
  local log=$logs/debootstrap.log partial=$root.partial
  why='debootstrap is missing and apt-get did not install it (install debootstrap)'
  command -v debootstrap >/dev/null || install_debootstrap || return 1
  has_space "$cache" 4000 'a Debian root' || { why+=' (make room, or set WASM_REDIS_CACHE)'; return 1; }
  say "making a Debian $debian_suite root with emscripten $emcc_version in $root (once, 1 to 3 minutes)"
  rm -rf "$partial"
  : >"$log"
  # shellcheck disable=SC2046 # no mirror known: debootstrap takes its own default
  if debootstrap --variant=minbase --include="${packages// /,}" $debian_suite "$partial" $(debian_mirror) 2>&1 | progress "$log" &&
    chroot "$partial" emcc --version 2>>"$log" | grep -F "$emcc_version" >>"$log"; then
    rm -rf "$partial"/var/cache/apt/archives/*.deb
    mkdir "$partial/checkout"
    mv "$partial" "$root"
    return
  fi
  why="debootstrap: $(sed -n 's/^[EW]: //p' "$log" | tail -n 1) (see $log; is the network there?)"
  [ "$(free_mb "$cache")" -ge 20 ] || why="the disk that holds $cache is full (make room, or set WASM_REDIS_CACHE)"
  rm -rf "$partial"
  return 1
}

install_debootstrap() {
  local install=(apt-get install -y debootstrap debian-archive-keyring)
  command -v apt-get >/dev/null || return 1
  say 'installing debootstrap'
  export DEBIAN_FRONTEND=noninteractive
  { "${install[@]}" || { apt-get update && "${install[@]}"; }; } </dev/null >"$logs/apt.log" 2>&1
}

# The mirror this machine already uses, if it is a Debian machine.
debian_mirror() {
  command -v apt-get >/dev/null || return 0
  apt-get indextargets --format '$(REPO_URI) $(COMPONENT) $(CREATED_BY) $(ORIGIN)' 2>/dev/null |
    awk '$2 == "main" && $3 == "Packages" && $4 == "Debian" && $1 ~ /debian\/$/ { print $1; exit }'
}

clean_env=(env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LC_ALL=C.UTF-8
  http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}")

in_root() {
  # The network's name servers may have changed since the root was made.
  cat /etc/resolv.conf >"$root/etc/resolv.conf" 2>/dev/null || true
  if [ "${WASM_REDIS_MOUNT:-}" != no ] && unshare --mount mount --bind "$PWD" "$root/checkout" 2>/dev/null; then
    # Mounts are seen by this command alone and go when it ends.
    unshare --mount --propagation private sh -ec '
      root=$1; shift
      mount --bind "$PWD" "$root/checkout"
      mount -t proc proc "$root/proc" 2>/dev/null || true
      exec chroot "$root" "$@"' sh "$root" "${clean_env[@]}" sh -c 'cd /checkout && exec "$@"' sh "$@"
  else
    in_root_by_copy "$@"
  fi
}

# Where mounting is not permitted (WASM_REDIS_MOUNT=no tries it out), the inputs are copied in and the results out. Times are kept, so that make still
# rebuilds only what changed.
in_root_by_copy() {
  local copy status=0
  copy=/checkouts/$(sha256sum <<<"$PWD" | cut -c1-16)
  mkdir -p "$root$copy/build"
  local i
  for i in wasm vendor scripts bench build/sources build/profile; do
    rm -rf "${root:?}$copy/$i"
    [ ! -e "$i" ] || cp -a "$i" "$root$copy/$i"
  done
  chroot "$root" "${clean_env[@]}" sh -c 'cd "$0" && exec "$@"' "$copy" "$@" || status=$?
  for i in build/sources build/out build/native build/engine build/profile; do
    [ ! -e "$root$copy/$i" ] || { mkdir -p "$i" && cp -a -u "$root$copy/$i/." "$i/"; }
  done
  return "$status"
}

# ---- this machine's own emcc, or its gcc for the native server -------------------------------------------------------------

try_local() {
  local found tool
  for tool in "$needs" make patch; do
    why="$tool is not on PATH (install it)"
    command -v "$tool" >/dev/null || return 1
  done
  if [ "$needs" = emcc ]; then
    found=$(emcc --version | sed -n '1s/.* \([0-9][0-9.]*[0-9]\).*/\1/p')
    why="the emcc on PATH is ${found:-of an unknown version} (install $emcc_version)"
    [ "$found" = "$emcc_version" ] || return 1
  fi
  toolchain=local
  say "toolchain: this machine's own $(command -v "$needs")"
}

in_local() { env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL LC_ALL=C.UTF-8 "$@"; }
