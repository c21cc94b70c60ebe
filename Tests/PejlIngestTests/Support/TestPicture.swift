import PejlText

@testable import PejlIngest

/// Makes pictures of pages with the tools that PDFs are read with.
enum TestPicture {
  /// The first page of `pdf` as a picture of the kind that the option names, in dots per inch.
  static func of(_ pdf: TestPDF, _ option: String, resolution: Int = 150) async throws -> [UInt8] {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let file = try folder.write(pdf.bytes, as: "page.pdf")
    let name = "\(folder.path)/page"
    let outcome = try await ToolRunner(limits: .init(), folder: folder.path).run(
      "pdftoppm", [option, "-gray", "-r", String(resolution), "-singlefile", file, name])
    precondition(outcome.code == 0, outcome.messages)
    let ending = ["-png": "png", "-jpeg": "jpg", "-tiff": "tif"][option] ?? "pgm"
    return try FileBytes.read(path: "\(name).\(ending)", limit: 1 << 26)
  }

  /// A PDF whose pages are pictures of the pages of `pdf`; with `letters` they are drawn beside the picture.
  static func scan(of pdf: TestPDF, letters: [[TestPDF.Text]] = [], resolution: Int = 150) async throws -> [UInt8] {
    var scan = TestPDF(pages: letters.isEmpty ? pdf.pages.map { _ in [] } : letters)
    for page in pdf.pages.indices {
      scan.pictures[page] = try await of(TestPDF(pages: [pdf.pages[page]]), "-jpeg", resolution: resolution)
    }
    scan.pictureSize = ((595 * resolution + 71) / 72, (842 * resolution + 71) / 72)
    return scan.bytes
  }

  /// One TIFF of two: the second's directory is hung behind the first's, its offsets moved.
  static func joined(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int {
      bytes[at..<(at + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    func put(_ value: Int, _ bytes: inout [UInt8], _ at: Int) {
      for byte in 0..<4 { bytes[at + byte] = UInt8(value >> (8 * byte) & 0xFF) }
    }
    let start = (first.count + 1) / 2 * 2
    var moved = second
    let directory = number(second, 4, 4)
    let strips: Set<Int> = [273]
    for entry in 0..<number(second, directory, 2) {
      let at = directory + 2 + entry * 12
      let (tag, type, count) = (number(second, at, 2), number(second, at + 2, 2), number(second, at + 4, 4))
      let size = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8][type, default: 1] * count
      let value = number(second, at + 8, 4)
      if strips.contains(tag), size <= 4 {
        put(value + start, &moved, at + 8)
      } else if size > 4 {
        put(value + start, &moved, at + 8)
        if strips.contains(tag) {
          for strip in 0..<count { put(number(second, value + strip * 4, 4) + start, &moved, value + strip * 4) }
        }
      }
    }
    var result = first + [UInt8](repeating: 0, count: start - first.count) + moved
    let own = number(first, 4, 4)
    put(start + directory, &result, own + 2 + number(first, own, 2) * 12)
    return result
  }
}
