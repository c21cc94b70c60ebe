// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target with the house's settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies,
    resources: resources.map { .embedInCode($0) }, swiftSettings: strict)
}

/// A test target that mirrors a source target.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

/// A C library of the system.
func system(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
  name: "pejl",
  products: [
    .executable(name: "pejl", targets: ["pejl"]),
    .library(name: "PejlPipeline", targets: ["PejlPipeline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", .upToNextMinor(from: "1.0.2")),
    .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
  ],
  targets: [
    // cellar: C libraries, each behind one Swift face
    system("CLibXML2", "libxml-2.0", "libxml2-dev"),
    system("CZip", "libzip", "libzip-dev"),
    system("CHunspell", "hunspell", "libhunspell-dev"),
    system("CGsf", "libgsf-1", "libgsf-1-dev"),
    system("CGMime", "gobject-2.0", "libgmime-3.0-dev"),
    .systemLibrary(name: "CRename"),
    system("CXlsxWriter", "xlsxwriter", "libxlsxwriter-dev"),
    room("PejlZip", ["PejlText", "CZip"]),
    room("PejlXML", ["PejlText", "CLibXML2"]),

    // floor
    room("PejlText"),
    room(
      "PejlDanish", ["PejlText", "CHunspell"], resources: ["Resources/language.da.txt", "Resources/confusions.da.txt"]),
    room("PejlCodebook", ["PejlText", "PejlXML"], resources: ["Resources/codebook.xsd"]),
    room("PejlHearing", ["PejlText", "PejlXML"], resources: ["Resources/hearing.xsd"]),

    room("PejlDuplicates", ["PejlText"]),
    room("PejlPrivacy", ["PejlText"], resources: ["Resources/privacy.da.txt"]),

    // rooms, left to right
    room(
      "PejlIngest",
      [
        "PejlText", "PejlXML", "PejlDanish", "PejlHearing", "CZip", "CGMime", "CGsf",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      resources: [
        "Resources/answer-columns.txt", "Resources/hyphen-words.txt", "Resources/lost-letters.txt",
        "Resources/mail-phrases.txt",
        "Resources/office-profile.xcu", "Resources/word-styles.txt",
      ]),
    room("PejlSegment", ["PejlText", "PejlDanish"]),
    room(
      "PejlTagging",
      ["PejlText", "PejlXML", "PejlDuplicates", "PejlDanish", "PejlCodebook", "PejlHearing", "PejlSegment"],
      resources: ["Resources/decisions.xsd"]),
    room(
      "PejlAnalysis",
      [
        "PejlText", "PejlDuplicates", "PejlDanish", "PejlCodebook", "PejlHearing", "PejlSegment", "PejlTagging",
      ]),

    room("PejlHistory", ["PejlText", "PejlXML", "PejlDuplicates", "PejlPrivacy"]),
    room("PejlTuning", ["PejlText", "PejlXML", "PejlDanish", "PejlCodebook", "PejlTagging", "PejlAnalysis"]),
    room(
      "PejlDraft", ["PejlText", "PejlXML", "PejlDanish", "PejlCodebook", "PejlHearing", "PejlTagging"],
      resources: ["Resources"]),
    room(
      "PejlReport",
      [
        "PejlText", "PejlXML", "PejlDanish", "PejlCodebook", "PejlHearing", "PejlIngest", "PejlSegment", "PejlTagging",
        "PejlAnalysis", "PejlHistory",
      ],
      resources: ["Resources"]),
    room(
      "PejlNote",
      [
        "PejlText", "PejlXML", "PejlZip", "CXlsxWriter", "PejlDanish", "PejlCodebook", "PejlHearing", "PejlIngest",
        "PejlSegment", "PejlTagging", "PejlAnalysis", "PejlReport",
      ],
      resources: ["Resources"]),

    room(
      "PejlStore", ["PejlText", "PejlDanish", .product(name: "GRDB", package: "GRDB.swift")],
      resources: [
        "Resources/runs-and-results.sql", "Resources/readings-of-results.sql", "Resources/search.sql",
        "Resources/texts-of-reports.sql",
        "Resources/carried-results.sql",
      ]),

    // roof and street
    room(
      "PejlPipeline",
      [
        "CRename", "PejlText", "PejlXML", "PejlZip", "PejlDuplicates", "PejlDanish", "PejlPrivacy", "PejlCodebook",
        "PejlHearing",
        "PejlIngest", "PejlSegment", "PejlTagging", "PejlAnalysis", "PejlHistory", "PejlTuning", "PejlDraft",
        "PejlReport", "PejlNote", "PejlStore",
      ],
      resources: [
        "Resources/publish.xsd", "Resources/publish-log.xsd", "Resources/packet.xsd", "Resources/pejl-watch.service",
      ]),
    .executableTarget(
      name: "pejl",
      dependencies: [
        "PejlText", "PejlXML", "PejlDanish", "PejlPrivacy", "PejlCodebook", "PejlHearing", "PejlTagging",
        "PejlAnalysis",
        "PejlHistory", "PejlTuning",
        "PejlDraft", "PejlReport", "PejlNote", "PejlStore", "PejlPipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // tests mirror the sources
    tests("PejlText", []),
    tests("PejlXML", ["PejlText"]),
    tests("PejlDanish", ["PejlText"], exclude: ["Fixtures"]),
    tests("PejlCodebook", ["PejlText"]),
    tests("PejlHearing", ["PejlText"]),
    .target(name: "TestAnswers", path: "Tests/TestAnswers", swiftSettings: strict),
    tests("PejlDuplicates", ["PejlText", "TestAnswers"]),
    tests("PejlHistory", ["PejlText"]),
    tests("PejlPrivacy", ["PejlText", "TestAnswers"]),
    tests(
      "PejlIngest", ["PejlText", "PejlHearing", "PejlDanish", "PejlCodebook", "PejlSegment", "CZip"],
      exclude: ["Fixtures"]),
    tests("PejlSegment", ["PejlText", "PejlDanish", "TestAnswers"]),
    tests("PejlTagging", ["PejlText", "PejlDanish", "PejlCodebook", "PejlHearing", "PejlSegment", "TestAnswers"]),
    tests("PejlAnalysis", ["PejlText", "PejlCodebook", "PejlHearing", "PejlSegment", "PejlTagging"]),
    tests(
      "PejlTuning",
      [
        "PejlText", "PejlDanish", "PejlCodebook", "PejlHearing", "PejlSegment", "PejlTagging", "PejlAnalysis",
        "PejlPipeline",
      ]),
    tests(
      "PejlDraft", ["PejlText", "PejlHearing", "PejlCodebook", "PejlIngest", "PejlDanish", "PejlTagging"],
      exclude: ["Fixtures"]),
    tests(
      "PejlReport",
      ["PejlText", "PejlXML", "PejlCodebook", "PejlHearing", "PejlSegment", "PejlTagging", "PejlAnalysis"]),
    tests(
      "PejlNote",
      [
        "PejlText", "PejlXML", "PejlZip", "PejlCodebook", "PejlHearing", "PejlIngest", "PejlSegment", "PejlTagging",
        "PejlAnalysis", "PejlReport",
      ]),
    tests("PejlStore", ["PejlText", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "PejlPipeline",
      ["PejlText", "PejlZip", "PejlDanish", "PejlCodebook", "PejlHearing", "PejlReport", "PejlSegment", "PejlTagging"]),
    .testTarget(
      name: "pejlTests", dependencies: ["pejl", "PejlText", "PejlXML", "PejlIngest", "PejlZip", "TestAnswers"],
      swiftSettings: strict),
  ]
)
