/// The measures of a file that a line is judged by.
struct PDFMeasure {
  /// The height of the words of running text.
  let bodyHeight: Double
  /// From the top of one line of running text to the top of the next.
  let pitch: Double

  /// Measures `lines`.
  init(_ lines: [PDFLine]) {
    var letters: [Int: Int] = [:]
    for line in lines { letters[Int((line.height * 4).rounded()), default: 0] += line.text.count }
    let most = letters.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 48
    let body = max(Double(most) / 4, 1)
    bodyHeight = body
    let pitches = zip(lines, lines.dropFirst())
      .filter { $0.block == $1.block && $1.top > $0.top && abs($0.height - body) < body * 0.1 }
      .map { $1.top - $0.top }.sorted()
    pitch = pitches.isEmpty ? body * 1.15 : pitches[pitches.count / 2]
  }

  /// `pages` with the right edge of its column noted at each line.
  static func withColumns(_ pages: [PDFPage]) -> [PDFPage] {
    func key(_ line: PDFLine) -> Int { Int((line.left / 6).rounded()) }
    var whole: [Int: Double] = [:]
    for line in pages.flatMap(\.lines) { whole[key(line)] = max(whole[key(line)] ?? 0, line.right) }
    return pages.map { page in
      var page = page
      var own: [Int: (right: Double, count: Int)] = [:]
      for line in page.lines {
        let old = own[key(line)] ?? (0, 0)
        own[key(line)] = (max(old.right, line.right), old.count + 1)
      }
      for index in page.lines.indices {
        let line = page.lines[index]
        // Neighbouring columns of indents count together, so that an item's first line has its list's edge.
        let near = (-2...2).compactMap { own[key(line) + $0] }
        let count = near.reduce(0) { $0 + $1.count }
        let right = near.map(\.right).max() ?? line.right
        page.lines[index].columnRight = count >= 4 ? right : max(right, whole[key(line)] ?? 0)
      }
      return page
    }
  }
}
