#!/usr/bin/env bash
# Sets up what the Makefile needs and pip alone cannot give:
#   tools/setup.sh venv FOLDER REQUIREMENTS   a virtual environment with exactly these packages
#   tools/setup.sh qt | window | postgresql   Debian packages: installed as root, else named in a line
set -euo pipefail

say() { printf 'sverka: %s\n' "$*" >&2; }

# Installs the packages where we may, else says in one line which are missing.
provide() {
    local what=$1 log
    shift
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        say "installing $* ($what)"
        export DEBIAN_FRONTEND=noninteractive
        log=$(mktemp)
        if ! { apt-get update && apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
            cat "$log" >&2
            say "could not install $*"
            return 1
        fi
        rm -f "$log"
    elif command -v apt-get >/dev/null; then
        say "$what is missing, run: sudo apt-get install $*"
        return 1
    else
        say "$what is missing: install what Debian packages as $*"
        return 1
    fi
}

QT='
libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libEGL.so.1 libegl1
libfreetype.so.6 libfreetype6
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3'

WINDOW='
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libX11-xcb.so.1 libx11-xcb1'

# Provides the packages of the libraries that the linker cannot find, and a font:
# without any every letter is an empty square, and nothing else tells.
libraries() {
    local known library package missing=()
    [ "$(uname -s)" = Linux ] || return 0
    known=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p)
    while read -r library package; do
        grep -qF "$library" <<<"$known" || missing+=("$package")
    done <<<"$1"
    if [ -z "$(find /usr/share/fonts -name '*.[to]tf' -print -quit 2>/dev/null)" ]; then
        missing+=(fonts-dejavu-core)
    fi
    [ ${#missing[@]} -eq 0 ] || provide "a part of the system that Qt needs" "${missing[@]}"
}

qt() { libraries "${QT#?}"; }

window() { libraries "${QT#?}$WINDOW"; }

postgresql() {
    command -v postgres >/dev/null && return
    compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null && return
    provide "PostgreSQL" postgresql
}

# The newest Python on the PATH that is new enough.
python() {
    local name
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    say "Python 3.11 or newer is needed, none is on the PATH"
    return 1
}

venv() {
    local folder=$1 requirements=$2 name
    if ! [ -x "$folder/bin/python" ] || ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
        name=$(python)
        if ! "$name" -c 'import ensurepip, venv' 2>/dev/null; then
            provide "the module venv of Python" \
                "$("$name" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        fi
        rm -rf "$folder"
        say "making $folder with $("$name" --version)"
        "$name" -m venv "$folder"
    fi
    say "installing the packages of $requirements"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes --requirement "$requirements"
}

"$@"
