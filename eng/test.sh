#!/usr/bin/env bash
# Installs what the tests need on a Debian machine (PostgreSQL, Chromium, a Chinese font), builds, and runs every test.
# Ends with one line: N passed, N failed, N skipped. Tests start and stop their own servers.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

need() { # command-or-file, package…
  local probe=$1; shift
  if [[ $probe == /* ]]; then compgen -G "$probe" >/dev/null && return 0; else command -v "$probe" >/dev/null && return 0; fi
  missing+=("$@")
}
missing=()
need chromium-headless-shell chromium-headless-shell
need '/usr/lib/postgresql/*/bin/postgres' postgresql
need '/usr/share/fonts/opentype/noto/NotoSansCJK*' fonts-noto-cjk
if ((${#missing[@]})); then
  sudo=""; [[ $(id -u) -eq 0 ]] || sudo="sudo"
  echo "Installing for the tests: ${missing[*]}"
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || {
    echo "Could not install ${missing[*]}: install them by hand and run this again."; exit 1; }
fi

dotnet build Wenbao.slnx -c Release -v quiet --nologo || exit 1

log=$(mktemp)
dotnet test --solution Wenbao.slnx -c Release --no-build --no-progress --no-ansi --max-parallel-test-modules 2 "$@" | tee "$log"
rc=${PIPESTATUS[0]}
awk '/^  (succeeded|failed|skipped|error): [0-9]+$/ {v[$1]=$2}
     END {printf "%d passed, %d failed, %d skipped\n", v["succeeded:"], v["failed:"]+v["error:"], v["skipped:"]}' "$log"
rm -f "$log"
exit "$rc"
