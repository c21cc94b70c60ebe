import Foundation
import Testing

@Suite struct ShimTests {
  @Test("the prototypes in CGMime's shim are those of GMime's own headers")
  func prototypes() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "cc -fsyntax-only -Werror -x c $(pkg-config --cflags gmime-3.0 2>/dev/null) -include gmime/gmime.h Sources/CGMime/shim.h",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: root)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
