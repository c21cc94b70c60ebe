import PejlHearing
import PejlPipeline
import Testing

@Suite struct FilesTests {
  @Test("a missing file is named, a folder is not read as a file")
  func reading() {
    #expect(throws: (any Error).self) { try Files.read("/nonexistent/file") }
    #expect(throws: (any Error).self) { try Files.read("/") }
    #expect(Files.kind("/nonexistent") == .missing)
    #expect(Files.kind("/") == .folder)
  }
}
