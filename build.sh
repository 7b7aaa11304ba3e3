#!/usr/bin/env bash
# Builds, serves, tests and measures Glosswire. Run it from anywhere; `./build.sh help` lists the verbs.
# What a verb needs and is missing is installed into the project's own folders (.tools, tests/node_modules), in the exact
# versions below. Nothing is done twice: a second run with nothing changed takes seconds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly WASM_PACK_VERSION=0.15.1
readonly CARGO_FUZZ_VERSION=0.13.2
readonly CARGO_DENY_VERSION=0.20.2
readonly CARGO_MUTANTS_VERSION=27.1.0
readonly WASM_BINDGEN_VERSION=0.2.130 # the same as in Cargo.toml: bindings of one version can't be read by another
# Without the limit every function that has one caller is inlined: 4 % more gzip, and slower, since the whole of annotate becomes one function.
# The notes of the tools that made the module are stripped: nobody reads them in a browser.
readonly WASM_OPT_FLAGS=(-O2 --one-caller-inline-max-function-size=30 --converge --strip-producers --strip-target-features)

readonly ROOT=$PWD
readonly PKG=$ROOT/www/pkg                # the built module, as the page imports it
readonly WORK=$ROOT/target/glosswire      # logs and stamps of this script
readonly STARTED_IN=${OLDPWD:-$PWD}       # where the paths given to bench are looked for
export PATH=$ROOT/.tools/bin:$ROOT/tests/node_modules/.bin:$PATH

# ---------------------------------------------------------------------------------------------------------------- words

# Says what is being done.
say() { printf '\n== %s\n' "$*"; }

# Says one thing that is good to know.
note() { printf '   %s\n' "$*"; }

# Says in one line what is wrong and what to do, and ends.
die() {
  printf 'build.sh: %s\n' "$*" >&2
  exit 1
}

# Lists the verbs.
help() {
  cat <<'TEXT'
./build.sh [VERB]

  build              compile the Rust core to www/pkg (the default)
  serve [OPTIONS]    build, then serve www/ on a localhost address
                       --port N      8080 unless told; the next free one when it is taken
                       --prefix /P/  under a sub-path, as GitHub Pages does
  test               build, then run every check and every test
  bench [--write] [PATH...]
                     build, then measure speed and size, also on the texts in the files or folders
                     named, and beside other libraries; --write renews docs/bench
  quality TASK FILE...
                     build, then score the module on labelled texts; docs/quality.md says which
  audit              look at the dependencies: known weaknesses, licences, sources
  site               build, then lay out dist/, a folder ready for any static host, and in it
                     glosswire.html, the whole page in one file that works from a double-click
  fuzz [SECONDS]     throw made-up bytes at the core, 60 seconds a target unless told (needs nightly Rust)
  mutants [FILE...]  change the core in small ways and see which changes no test notices, in spans, offsets,
                     segments, alignment and groups unless files are named (about an hour)
  help               this list

CHROME and CHROMEDRIVER, when set, name the browser and the driver that test and bench use.
A Firefox that is installed, or that GLOSSWIRE_FIREFOX names, is tested with, too.
TEXT
}

# ---------------------------------------------------------------------------------------------------------------- tools

# Whether a command is there.
has() { command -v "$1" >/dev/null 2>&1; }

# Digests: sha256sum on Linux, shasum on macOS.
if has sha256sum; then DIGEST=(sha256sum); else DIGEST=(shasum -a 256); fi
readonly DIGEST

# The digest of what comes in.
digest() { "${DIGEST[@]}" | cut -d ' ' -f 1; }

# The tools that no script should install behind a person's back.
need_basics() {
  has cargo || die "cargo is missing. Install Rust from https://rustup.rs, then run this again."
  has node || die "node is missing. Install Node.js 20.11 or newer from https://nodejs.org, then run this again."
  has npm || die "npm is missing. It comes with Node.js, from https://nodejs.org; install it, then run this again."
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 11) ? 0 : 1)' ||
    die "node is $(node --version), and 20.11 or newer is needed. Update it, then run this again."
  has gzip || die "gzip is missing. Install it, then run this again."
}

# The standard library for WebAssembly.
need_wasm_target() {
  [[ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]] && return
  has rustup ||
    die "this Rust has no wasm32-unknown-unknown target. Install it (with rustup: rustup target add wasm32-unknown-unknown)."
  say "Adding the wasm32-unknown-unknown target"
  rustup target add wasm32-unknown-unknown ||
    die "rustup could not add the wasm32-unknown-unknown target; see its message above."
}

# Whether a tool of exactly this version is in .tools or elsewhere on the PATH.
has_version() {
  has "$1" || return
  # cargo-mutants answers only as the command of cargo that it is
  [[ "$("$1" --version 2>/dev/null)" == "$1 $2"* || "$("$1" "${1#cargo-}" --version 2>/dev/null)" == "$1 $2"* ]]
}

# One tool from crates.io, in one exact version, into .tools. The tool's own lock file is used where the registry has all it
# names, and the newest fitting dependencies where it lacks one.
need_cargo_tool() {
  local command=$1 crate=$2 version=$3
  has_version "$command" "$version" && return
  say "Installing $crate $version into .tools (some minutes, once)"
  cargo install --root .tools --locked --force "$crate@$version" ||
    { note "Not with its own lock file; once more without." && cargo install --root .tools --force "$crate@$version"; } ||
    die "cargo could not install $crate $version; see its message above."
  hash -r
  has_version "$command" "$version" || die "$crate was installed, but $command $version does not run."
}

# wasm-pack and the wasm-bindgen command line, which must be of the version that the crate is locked to.
need_wasm_tools() {
  local locked
  locked=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock)
  [[ "$locked" == "$WASM_BINDGEN_VERSION" ]] ||
    die "Cargo.lock has wasm-bindgen ${locked:-(none)}, and build.sh installs its command line in $WASM_BINDGEN_VERSION: set both to the same version."
  need_cargo_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN_VERSION"
  has_version wasm-bindgen-test-runner "$WASM_BINDGEN_VERSION" ||
    die "wasm-bindgen $WASM_BINDGEN_VERSION is here without its wasm-bindgen-test-runner. Remove it from the PATH, then run this again."
  need_cargo_tool wasm-pack wasm-pack "$WASM_PACK_VERSION"
}

# What comes from npm: wasm-opt, the bundler of the single file, the browser driver, the type checker, the accessibility checker. Only when the lock changed.
need_node_modules() {
  local stamp=tests/node_modules/.stamp want
  want=$(digest <tests/package-lock.json)
  if [[ ! -f "$stamp" || "$(cat "$stamp")" != "$want" ]]; then
    say "Installing the npm tools into tests/node_modules"
    (cd tests && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
      die "npm could not install what tests/package-lock.json names; see its message above."
    printf '%s\n' "$want" >"$stamp"
  fi
  [[ -x tests/node_modules/.bin/wasm-opt ]] || die "wasm-opt is missing from tests/node_modules: remove that folder, then run this again."
}

# The first of several commands or files that runs.
first_of() {
  local each
  for each in "$@"; do
    if [[ -n "$each" ]] && has "$each"; then
      command -v "$each"
      return
    fi
  done
}

# Looks for a browser and its driver: sets CHROME and CHROMEDRIVER, empty where there is none.
look_for_chrome() {
  CHROME=$(first_of "${CHROME:-}" google-chrome google-chrome-stable chromium chromium-browser \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium")
  CHROMEDRIVER=$(first_of "${CHROMEDRIVER:-}" "${CHROMEWEBDRIVER:+$CHROMEWEBDRIVER/chromedriver}" chromedriver \
    /usr/lib/chromium-browser/chromedriver /usr/lib/chromium/chromedriver)
  export CHROME CHROMEDRIVER GLOSSWIRE_CHROMIUM=$CHROME
}

# Whether this is root on Debian, where the browser can be installed without asking anybody.
is_debian_root() { [[ "$(id -u)" == 0 ]] && has apt-get && grep -qs '^ID=debian$' /etc/os-release; }

# A browser and a driver of the same version.
need_chrome() {
  local browser driver
  look_for_chrome
  if [[ -z "$CHROME" || -z "$CHROMEDRIVER" ]] && is_debian_root; then
    say "Installing Debian's Chromium and its driver"
    mkdir -p "$WORK"
    {
      DEBIAN_FRONTEND=noninteractive apt-get -q update &&
        DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends chromium chromium-driver fonts-liberation
    } >"$WORK/apt.log" 2>&1 || { tail -5 "$WORK/apt.log" && die "apt-get could not install chromium and chromium-driver."; }
    hash -r
    look_for_chrome
  fi
  [[ -n "$CHROME" ]] || die "no Chrome or Chromium is here. Install one (or set CHROME to its path), then run this again."
  [[ -n "$CHROMEDRIVER" ]] || die "$CHROME is here without its chromedriver. Install the one of the same version (or set CHROMEDRIVER to its path), then run this again."
  browser=$(major "$CHROME") driver=$(major "$CHROMEDRIVER")
  [[ "$browser" == "$driver" ]] ||
    die "$CHROME is version $browser and $CHROMEDRIVER is version $driver: they must be the same. Set CHROME and CHROMEDRIVER to a pair that fits."
}

# The first number of a program's version.
major() { "$1" --version 2>/dev/null | sed -E 's/^[^0-9]*([0-9]+).*/\1/' | head -n 1; }

# ---------------------------------------------------------------------------------------------------------------- build

# Foreign code that the page may ask for, as ES modules in www/vendor: Mozilla's Readability for an opinion, d3-dsv to read tables.
vendor() {
  local from=tests/node_modules/@mozilla/readability dsv=tests/node_modules/d3-dsv to=www/vendor
  mkdir -p "$to"
  # the comparison's synonyms are inside the .wasm: their licence goes where it goes
  cp src/dedup/data/LICENSE-wordnet.txt "$to/wordnet.LICENSE.txt"
  [[ "$to/dsv.js" -nt "$dsv/src/dsv.js" ]] ||
    { printf '// @ts-nocheck\n/*\n * Copyright 2013-2021 Mike Bostock. ISC licence: dsv.LICENSE.txt\n */\n' && cat "$dsv/src/dsv.js"; } >"$to/dsv.js"
  cp "$dsv/LICENSE" "$to/dsv.LICENSE.txt"
  [[ "$to/readability.js" -nt "$from/Readability.js" ]] && return
  { printf '// @ts-nocheck\n' && cat "$from/Readability.js" && printf 'export { Readability };\n'; } >"$to/readability.js.new"
  cp "$from/LICENSE.md" "$to/readability.LICENSE.md"
  mv "$to/readability.js.new" "$to/readability.js"
}

# A digest of everything that the module is made from, and with.
inputs_digest() {
  local from=() each
  for each in Cargo.toml Cargo.lock build.rs .cargo src data; do [[ -e "$each" ]] && from+=("$each"); done
  {
    echo "$WASM_PACK_VERSION $WASM_BINDGEN_VERSION ${WASM_OPT_FLAGS[*]} ${RUSTFLAGS:-}"
    rustc --version
    digest <tests/package-lock.json
    find "${from[@]}" -type f -print0 | LC_ALL=C sort -z | xargs -0 "${DIGEST[@]}"
  } | digest
}

# Compiles the core into a folder, with what further cargo is told, and shrinks it with wasm-opt.
compile() {
  local fresh=$1 locked=() before after
  shift
  [[ -n "${CI:-}" ]] && locked=(--locked)
  # wasm-opt is run below and not by wasm-pack, which leaves it out without a word when it finds none.
  wasm-pack --log-level warn build --release --target web --out-dir "$fresh" --no-gitignore --no-opt --mode no-install \
    -- ${locked[@]+"${locked[@]}"} "$@" || die "the core did not compile; see the message above."
  before=$(wc -c <"$fresh/glosswire_bg.wasm")
  wasm-opt "${WASM_OPT_FLAGS[@]}" "$fresh/glosswire_bg.wasm" -o "$fresh/optimised.wasm" 2>"$WORK/wasm-opt.log" ||
    { head -n 5 "$WORK/wasm-opt.log" >&2 && die "wasm-opt failed; the rest of its message is in target/glosswire/wasm-opt.log."; }
  mv "$fresh/optimised.wasm" "$fresh/glosswire_bg.wasm"
  after=$(wc -c <"$fresh/glosswire_bg.wasm")
  note "wasm-opt ${WASM_OPT_FLAGS[*]}: $((before)) bytes to $((after))"
}

# Builds the module and puts it in www/pkg in one move, so that a page being served is never half new.
build() {
  local stamp=$WORK/pkg.stamp wasm=$PKG/glosswire_bg.wasm fresh=$WORK/pkg.$$ want
  [[ -f Cargo.toml && -f Cargo.lock ]] || die "Cargo.toml or Cargo.lock is missing: this is no whole copy of the project."
  need_basics
  need_wasm_target
  need_wasm_tools
  need_node_modules
  vendor
  want=$(inputs_digest)
  if [[ -f "$stamp" && -f "$wasm" && "$(cat "$stamp")" == "$want $(digest <"$wasm")" ]]; then
    say "The module is up to date"
    sizes
    return
  fi

  say "Compiling the core to WebAssembly"
  mkdir -p "$WORK"
  rm -rf "$WORK"/pkg.[0-9]*
  compile "$fresh"

  mkdir -p www
  rm -rf "$WORK/pkg.old"
  if [[ -e "$PKG" ]]; then mv "$PKG" "$WORK/pkg.old"; fi
  mv "$fresh" "$PKG"
  rm -rf "$WORK/pkg.old"
  printf '%s %s\n' "$want" "$(digest <"$wasm")" >"$stamp"
  sizes
}

# Prints how large the built module is.
sizes() {
  local wasm=$PKG/glosswire_bg.wasm
  note "www/pkg/glosswire_bg.wasm: $(kilobytes "$(wc -c <"$wasm")") KB, $(kilobytes "$(gzip -9 -c "$wasm" | wc -c)") KB gzip"
}

# Bytes as kilobytes of 1,000 with one decimal.
kilobytes() { awk -v bytes="$1" 'BEGIN { printf "%.1f", bytes / 1000 }'; }

# ---------------------------------------------------------------------------------------------------------------- serve

# Serves the page on this machine.
serve() {
  build
  say "Serving www/"
  exec node tests/serve.mjs "$@"
}

# ----------------------------------------------------------------------------------------------------------------- test

PASSED=0 FAILED=0 SKIPPED=0 FAILED_STEPS=()

# Runs one step of the test: `step NAME KIND COMMAND...`. KIND is `tests` where the output has tests to count, else `check`.
# A step fails when its command fails, or when it should have run tests and ran none; a step that fails without a failing test
# counts as one failure, so that the closing line never reads like a success.
step() {
  local name=$1 kind=$2 log=$WORK/test-${1// /-}.log before=$SECONDS failed=0 pass=0 fail=0 skip=0
  shift 2
  say "$name"
  "$@" 2>&1 | tee "$log" || failed=1
  if [[ $kind == tests ]]; then
    read -r pass fail skip < <(count_tests <"$log")
    PASSED=$((PASSED + pass)) FAILED=$((FAILED + fail)) SKIPPED=$((SKIPPED + skip))
    note "$name: $pass passed, $fail failed, $skip skipped"
    if ((pass + fail == 0)); then
      note "$name ran no test."
      failed=1
    fi
    if ((fail > 0)); then failed=1; fi
  fi
  if ((failed)); then
    FAILED_STEPS+=("$name")
    if ((fail == 0)); then FAILED=$((FAILED + 1)); fi
  fi
  note "$name: $( ((failed)) && echo failed || echo fine), $((SECONDS - before)) s"
}

# Sums the closing lines of Rust's test harness; wasm-bindgen's and tests/reporter.mjs write the same.
count_tests() {
  awk '/^test result: / { for (i = 2; i <= NF; i++) {
         if ($i ~ /^passed/) pass += $(i - 1); if ($i ~ /^failed/) fail += $(i - 1); if ($i ~ /^ignored/) skip += $(i - 1) } }
       END { print pass + 0, fail + 0, skip + 0 }'
}

# Rust's documentation, with every warning an error.
check_docs() { RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps "${LOCKED[@]}"; }

# The boundary between Rust and JavaScript, in a real browser.
test_boundary() {
  node -e '
    const { readFileSync, writeFileSync } = require("node:fs");
    const capabilities = JSON.parse(readFileSync("webdriver.json", "utf8"));
    capabilities["goog:chromeOptions"].binary = process.env.CHROME;
    writeFileSync(process.argv[1], JSON.stringify(capabilities));
  ' "$WORK/webdriver.json" || return
  WASM_BINDGEN_TEST_WEBDRIVER_JSON=$WORK/webdriver.json WASM_BINDGEN_TEST_TIMEOUT=300 \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    cargo test --target wasm32-unknown-unknown --test boundary "${LOCKED[@]}"
}

# Tests in JavaScript, one file after the other: two browsers at once on a small machine make each other late.
test_node() {
  node --test --test-concurrency=1 --test-timeout=600000 --test-reporter=./tests/reporter.mjs "$@"
}

# Every check and every test.
test_all() {
  local quality=(-- -D warnings) files
  LOCKED=(--color never)
  [[ -n "${CI:-}" ]] && LOCKED+=(--locked)
  build
  need_chrome
  note "browser: $("$CHROME" --version 2>/dev/null)"

  step "rustfmt" check cargo fmt --all --check
  step "clippy" check cargo clippy --workspace --all-targets "${LOCKED[@]}" "${quality[@]}"
  step "clippy for wasm32" check cargo clippy --lib --target wasm32-unknown-unknown "${LOCKED[@]}" "${quality[@]}"
  step "cargo test" tests cargo test --workspace --no-fail-fast "${LOCKED[@]}"
  step "cargo doc" check check_docs
  if [[ -f tests/boundary.rs ]]; then
    step "wasm-bindgen-test" tests test_boundary
  else
    say "wasm-bindgen-test: tests/boundary.rs is not here yet, so nothing was tested"
  fi

  step "types" check tsc --project tests/tsconfig.json
  [[ -f www/sw.js ]] && step "types of the service worker" check tsc --project tests/tsconfig.worker.json
  files=(tests/*.test.mjs)
  [[ -e "${files[0]}" ]] && step "node tests" tests test_node "${files[@]}"
  files=(tests/page/*.test.mjs)
  if [[ -e "${files[0]}" ]]; then
    step "page tests" tests test_node "${files[@]}"
  else
    say "page tests: tests/page/ holds none yet, so the page was not tested"
  fi

  say "All told"
  if ((${#FAILED_STEPS[@]})); then
    for files in "${FAILED_STEPS[@]}"; do note "failed: $files (target/glosswire/test-${files// /-}.log)"; done
  fi
  if ((SKIPPED)); then
    printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
  else
    printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
  fi
  ((${#FAILED_STEPS[@]} == 0))
}

# ---------------------------------------------------------------------------------------------------------------- bench

# What is measured beside Glosswire. Without it the benchmark tells of Glosswire alone.
need_peers() {
  local stamp=tests/bench/node_modules/.stamp want
  want=$(digest <tests/bench/package-lock.json)
  [[ -f "$stamp" && "$(cat "$stamp")" == "$want" ]] && return
  say "Installing the libraries to measure beside into tests/bench/node_modules"
  if (cd tests/bench && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error); then
    printf '%s\n' "$want" >"$stamp"
  else
    note "npm could not install them; Glosswire is measured alone."
  fi
}

# Measures; never fails for being slow.
bench() {
  build
  look_for_chrome
  say "Compiling the module with what only the benchmark calls"
  compile "$WORK/measure" --features measure
  need_peers
  say "Compiling the core as a native program"
  cargo build --quiet --release -p glosswire-bench || die "the native program did not compile; see the message above."
  export GLOSSWIRE_NATIVE=$ROOT/target/release/glosswire-bench
  say "Measuring"
  (cd "$STARTED_IN" && node "$ROOT/tests/bench/bench.mjs" "$@")
}

# Scores the module on labelled texts.
quality() {
  build
  (cd "$STARTED_IN" && node "$ROOT/tests/quality/quality.mjs" "$@")
}

# ---------------------------------------------------------------------------------------------------------------- audit

# Whether the registry of npm answers questions about known weaknesses.
npm_audits() { (cd tests && npm audit --package-lock-only --json 2>/dev/null) | grep -q '"auditReportVersion"'; }

# Looks at what others wrote: known weaknesses, licences, where it comes from, what is there twice.
audit() {
  need_basics
  need_cargo_tool cargo-deny cargo-deny "$CARGO_DENY_VERSION"
  say "Rust: licences, sources, duplicates (deny.toml)"
  cargo deny --workspace check bans licenses sources || die "a dependency breaks a rule of deny.toml; see above."
  say "Rust: known weaknesses"
  mkdir -p "$WORK"
  if cargo deny fetch db >"$WORK/advisories.log" 2>&1; then
    cargo deny --workspace check advisories || die "a dependency has a known weakness; see above."
  else
    note "The list of known weaknesses could not be fetched; they were not looked for."
  fi
  say "npm: known weaknesses"
  if npm_audits; then
    (cd tests && npm audit --package-lock-only) && (cd tests/bench && npm audit --package-lock-only) || die "a package has a known weakness; see above."
  else
    note "The registry tells no known weaknesses; they were not looked for."
  fi
}

# ----------------------------------------------------------------------------------------------------------------- fuzz

# Fuzzes each target for some seconds. What breaks the core is kept below fuzz/found, where `test` asks it again.
fuzz() {
  local seconds=${1:-60} target programs
  [[ "$seconds" =~ ^[1-9][0-9]*$ ]] || die "fuzz takes a number of seconds for each target, and '$seconds' is none."
  has cargo || die "cargo is missing. Install Rust from https://rustup.rs, then run this again."
  cargo +nightly --version >/dev/null 2>&1 ||
    die "fuzzing needs nightly Rust. Install it (rustup toolchain install nightly --profile minimal), then run this again."
  need_cargo_tool cargo-fuzz cargo-fuzz "$CARGO_FUZZ_VERSION"
  say "Compiling the targets, with a watch on every branch (minutes, once)"
  (cd fuzz && cargo +nightly fuzz build) || die "the fuzz targets could not be compiled; see the message above."
  programs=fuzz/target/$(rustc +nightly -vV | sed -n 's/^host: //p')/release
  for target in fuzz/fuzz_targets/*.rs; do
    target=$(basename "$target" .rs)
    say "Fuzzing $target for $seconds s"
    mkdir -p "fuzz/corpus/$target" "fuzz/found/$target"
    "$programs/$target" "fuzz/corpus/$target" "fuzz/seeds/$target" "fuzz/found/$target" "-artifact_prefix=fuzz/found/$target/" \
      "-max_total_time=$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 -print_funcs=0 -verbosity=0 ||
      die "$target was broken. What broke it is kept in fuzz/found/$target: commit it with the mend, and test asks it again."
  done
}

# -------------------------------------------------------------------------------------------------------------- mutants

# Tells which small changes of the core no test of its own notices. Those known to change no result stand in tests/mutants.toml with the reason.
mutants() {
  local files=() file
  [[ $# -gt 0 ]] || set -- src/article/{span,offsets}.rs src/segment.rs src/dedup/{align,group,sketch}.rs
  for file in "$@"; do files+=(--file "$file"); done
  need_basics
  need_cargo_tool cargo-mutants cargo-mutants "$CARGO_MUTANTS_VERSION"
  say "Changing the core, one place at a time"
  mkdir -p "$WORK"
  cargo mutants --config tests/mutants.toml --package glosswire --output "$WORK" "${files[@]}" -- --lib --tests ||
    die "some changes went unnoticed; target/glosswire/mutants.out/missed.txt lists them. Add a test, or the reason to tests/mutants.toml."
}

# ----------------------------------------------------------------------------------------------------------------- site

# Lays out dist/: the page and the module, as a static host serves them, from whatever sub-path.
site() {
  local fresh=$WORK/dist.$$ each
  build
  say "Laying out dist/"
  [[ -f www/index.html ]] || die "www/index.html is missing: there is no page to lay out."
  rm -rf "$WORK"/dist.*
  mkdir -p "$fresh"
  cp -R www/. "$fresh/"
  touch "$fresh/.nojekyll"
  cp LICENSE-MIT LICENSE-APACHE "$fresh/"
  for each in index.html pkg/glosswire.js pkg/glosswire_bg.wasm vendor/readability.js vendor/readability.LICENSE.md; do
    [[ -s "$fresh/$each" ]] || die "dist/ would lack $each."
  done
  node tests/addresses.mjs "$fresh" ||
    die "the page must work under any path and ask nobody else: see the addresses above."
  node tests/site.mjs "$fresh" || die "the copy could not be made ready for a host; see the message above."
  rm -rf dist
  mv "$fresh" dist
  note "dist/: $(find dist -type f | wc -l | tr -d ' ') files, $(kilobytes "$(find dist -type f -exec cat {} + | wc -c)") KB; copy it to any static host, under any path"
  note "dist/glosswire.html: the same in one file, $(kilobytes "$(wc -c <dist/glosswire.html)") KB, $(kilobytes "$(gzip -9 -c dist/glosswire.html | wc -c)") KB gzip; it works from a double-click"
}

# ---------------------------------------------------------------------------------------------------------------- verbs

verb=${1:-build}
shift || true
case $verb in
  build) build ;;
  serve) serve "$@" ;;
  test) test_all ;;
  bench) bench "$@" ;;
  site) site ;;
  quality) quality "$@" ;;
  audit) audit ;;
  fuzz) fuzz "$@" ;;
  mutants) mutants "$@" ;;
  help | -h | --help) help ;;
  *)
    help >&2
    die "there is no verb '$verb'."
    ;;
esac
