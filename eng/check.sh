#!/usr/bin/env bash
# Checks that no compiler makes: machine paths, unfinished work, files that do not belong in the repository.
set -uo pipefail
cd "$(dirname "$0")/.."
bad=0
say() { echo "$1"; bad=1; }
paths=$(git grep -nIE '[^a-z.]/(root|home|Users)/[a-z]' -- . ':!eng/check.sh' | head -5)
[[ -z $paths ]] || say "Machine paths:"$'\n'"$paths"
todo=$(git grep -nIE 'TODO|FIXME|NotImplementedException|Thread\.Sleep' -- 'src/*' 'tests/*' | head -5)
[[ -z $todo ]] || say "Unfinished or sleeping code:"$'\n'"$todo"
big=$(git ls-files -z | xargs -0 -r stat -c '%s %n' | awk '$1 > 3000000' | head -5)
[[ -z $big ]] || say "Files over 3 MB:"$'\n'"$big"
clock=$(git grep -nE 'DateTime(Offset)?\.(Now|UtcNow|Today)|TimeProvider\.System' -- 'src/*.cs' 'src/*.razor' ':!src/Hosts/Wenbao.Cli/*' ':!src/Hosts/Wenbao.Server/*' ':!src/Platform/Wenbao.Platform/PlatformModule.cs' ':!src/Platform/Wenbao.Platform/Jobs/JobProgress.cs' | head -5)
[[ -z $clock ]] || say "A clock that is not handed in (use TimeProvider):"$'\n'"$clock"
head -30 README.md | grep -q 'dotnet run -c Release --project src/Hosts/Wenbao.Cli -- demo' || say "README.md: the demo command is not within its first 30 lines."
head -30 README.md | grep -q 'bash eng/test.sh' || say "README.md: the test command is not within its first 30 lines."
exit "$bad"
