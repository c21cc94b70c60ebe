import Testing

@testable import PejlPipeline

@Suite struct InputListTests {
  @Test("each file keeps its path and its name")
  func files() {
    var list = InputList(pageCache: "/c")
    list.append("å/b.txt", of: "/svar/")
    list.append("c.pdf", of: "")
    #expect(
      Array(list) == [
        Pipeline.Input(path: "/svar/å/b.txt", name: "å/b.txt", pageCache: "/c"),
        Pipeline.Input(path: "c.pdf", name: "c.pdf", pageCache: "/c"),
      ])
  }
}
