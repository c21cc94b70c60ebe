import Glibc

@testable import PejlIngest

/// Files that lie beside the tests.
enum Fixture {
  static func path(_ name: String, file: String = #filePath) -> String {
    file.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/") + "/Fixtures/"
      + name
  }

  static func bytes(_ name: String) -> [UInt8] { (try? FileBytes.read(path: path(name), limit: 1 << 20)) ?? [] }
}
