#!/usr/bin/env bash
# Measures how well and how fast near-duplicates are found, with an optimised build of just what that needs.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
flags=(-O -wmo -swift-version 6 -package-name pejl -I "$out" -L "$out" -enable-upcoming-feature InternalImportsByDefault)
module() {
  swiftc "${flags[@]}" -emit-library -static -emit-module -emit-module-path "$out/$1.swiftmodule" -module-name "$1" \
    -o "$out/lib$1.a" "${@:2}"
}
module PejlText $(find Sources/PejlText -name '*.swift')
module PejlDuplicates Sources/PejlDuplicates/*.swift
module TestAnswers Tests/TestAnswers/*.swift
swiftc "${flags[@]}" -o "$out/measure" Benchmarks/duplicates/main.swift Tests/PejlDuplicatesTests/PairScore.swift \
  -lPejlDuplicates -lTestAnswers -lPejlText -lm
"$out/measure"
