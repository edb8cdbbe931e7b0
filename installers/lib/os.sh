# What the operating system must provide. To be sourced; defines functions only.

has_library() {
  local ldconfig
  ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
  [[ -x $ldconfig ]] || return 0
  "$ldconfig" -p | grep "$1" >/dev/null
}

has_fonts() {
  command -v fc-list >/dev/null && [[ -n "$(fc-list 2>/dev/null | head -n 1)" ]]
}

has_wasi_builtins() {
  local library
  library=$(clang --target=wasm32-wasi --print-libgcc-file-name 2>/dev/null) && [[ -f $library ]]
}

# Prints the Debian packages that are missing for a purpose:
#   headless  drawing text without a screen      window  a window on a screen
#   screen    a screen in memory, for the tests of a real window
#   wasi      compiling C programs for WASI           measuring  what a process costs
missing_packages() {
  case "$1" in
    headless)
      has_fonts || printf '%s\n' fontconfig fonts-dejavu-core
      has_library 'libpango-1\.0\.so' || echo libpango-1.0-0
      has_library 'libpangoft2-1\.0\.so' || echo libpangoft2-1.0-0
      ;;
    window)
      missing_packages headless
      has_library 'libgtk-3\.so' || echo libgtk-3-0
      has_library 'libXtst\.so' || echo libxtst6
      has_library 'libGL\.so' || echo libgl1
      has_library 'libXxf86vm\.so' || echo libxxf86vm1
      ;;
    wasi)
      command -v clang >/dev/null || echo clang
      command -v wasm-ld >/dev/null || echo lld
      [[ -f /usr/include/wasm32-wasi/stdio.h ]] || echo wasi-libc
      has_wasi_builtins || echo libclang-rt-14-dev-wasm32
      command -v make >/dev/null || echo make
      command -v tclsh >/dev/null || echo tcl
      command -v xz >/dev/null || echo xz-utils
      command -v bzip2 >/dev/null || echo bzip2
      ;;
    measuring)
      command -v time >/dev/null || echo time
      ;;
    screen)
      command -v Xvfb >/dev/null || echo xvfb
      command -v xauth >/dev/null || echo xauth
      ;;
    *)
      echo "missing_packages: no purpose named $1" >&2
      return 2
      ;;
  esac
}

# Installs what the purposes need when root on Debian; else prints the line to run and answers 1.
require_packages() {
  [[ "$(uname -s)" == Linux ]] || return 0
  local purpose packages=()
  for purpose in "$@"; do
    mapfile -t -O "${#packages[@]}" packages < <(missing_packages "$purpose")
  done
  [[ ${#packages[@]} -eq 0 ]] && return 0
  if [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; then
    install_packages "${packages[@]}"
  else
    echo "Wasmscope needs packages of the operating system. Run:" >&2
    echo "  sudo apt-get install -y ${packages[*]}" >&2
    return 1
  fi
}

install_packages() {
  echo "Installing ${*} ..." >&2
  {
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
  } >&2
}
