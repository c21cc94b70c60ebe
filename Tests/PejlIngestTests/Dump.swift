import Glibc
import PejlText
import Testing

@testable import PejlIngest

@Test func dump() async throws {
  guard let list = getenv("PEJL_DUMP") else { return }
  for path in String(cString: list).split(separator: ":") {
    let (documents, refusals) = await FileReader().read(path: String(path))
    for read in documents {
      let d = read.document
      print("=====", read.name, d.format, read.sha256.prefix(8), d.metadata, d.sourceMap.parts)
      for n in d.notes { print("note:", n) }
      for b in d.blocks {
        print("[\(b.kind.rawValue) \(b.level) p\(b.page.map(String.init) ?? "-")] \(d.text[b.span].debugDescription)")
      }
      checkContract(d)
    }
    for r in refusals { print("REFUSED", r.code, r) }
  }
}
