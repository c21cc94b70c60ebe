/// Finds the running heads and feet of a file, by place, repetition and size.
struct PDFFurniture {
  /// How much of a page's height its head and foot may take.
  private static let zone = 0.12

  private struct Key: Hashable {
    var text: String
    var isHead: Bool
  }

  private let repeated: Set<Key>
  private let measure: PDFMeasure

  init(_ pages: [PDFPage], _ measure: PDFMeasure) {
    self.measure = measure
    var counts: [Key: Set<Int>] = [:]
    for page in pages {
      for line in page.lines {
        if let key = Self.key(line, page) { counts[key, default: []].insert(page.number) }
      }
    }
    let enough = pages.count < 4 ? 2 : max(2, pages.count / 4)
    repeated = Set(counts.filter { $0.value.count >= enough }.keys)
  }

  /// The text with digits folded, for a line in the head or foot of its page.
  private static func key(_ line: PDFLine, _ page: PDFPage) -> Key? {
    guard line.bottom < page.height * zone || line.top > page.height * (1 - zone) else { return nil }
    let text = String(line.text.lowercased().map { $0.isNumber ? "#" : $0 })
    return Key(text: text.replacing("##", with: "#").replacing("##", with: "#"), isHead: line.top < page.height / 2)
  }

  /// Parts the lines of `page` into running text and furniture.
  func split(_ page: PDFPage) -> (text: [PDFLine], heads: [PDFLine], feet: [PDFLine]) {
    var heads: [PDFLine] = []
    var feet: [PDFLine] = []
    var text: [PDFLine] = []
    let body = page.lines.filter { $0.height >= measure.bodyHeight * 0.9 }
    let edges = (tops: body.map(\.top).sorted(), bottoms: body.map(\.bottom).sorted())
    for line in page.lines {
      guard isFurniture(line, page, edges) else {
        text.append(line)
        continue
      }
      if line.top < page.height / 2 { heads.append(line) } else { feet.append(line) }
    }
    return (text, heads, feet)
  }

  /// The upper and lower edges of the lines of running text on a page, sorted.
  private typealias Edges = (tops: [Double], bottoms: [Double])

  private func isFurniture(_ line: PDFLine, _ page: PDFPage, _ edges: Edges) -> Bool {
    guard let key = Self.key(line, page) else { return false }
    return repeated.contains(key) || Self.isPageNumber(line.text)
      || isSmallAndApart(line, page, edges, isHead: key.isHead)
  }

  /// Whether the line is a number, at most with one short word before it and after it, as in "Side 1 af 2".
  static func isPageNumber(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard 1...4 ~= words.count else { return false }
    let numbers = words.filter { $0.allSatisfy(\.isNumber) && $0.count <= 4 }
    let others = words.filter { !$0.allSatisfy(\.isNumber) }
    return 1...2 ~= numbers.count && others.count <= numbers.count
      && others.allSatisfy { $0.count <= 5 && $0.allSatisfy(\.isLetter) }
  }

  /// Whether the line is smaller than running text and parted from it by more than a line.
  private func isSmallAndApart(_ line: PDFLine, _ page: PDFPage, _ edges: Edges, isHead: Bool) -> Bool {
    guard line.height < measure.bodyHeight * 0.9 else { return false }
    if isHead {
      let next = edges.tops.partitioningIndex { $0 > line.bottom }.map { edges.tops[$0] } ?? page.height
      return next - line.bottom > measure.pitch * 0.8
    }
    // A footnote stands beneath the text too, but begins with its number.
    if line.text.first?.isNumber == true { return false }
    let beyond = edges.bottoms.partitioningIndex { $0 >= line.top } ?? edges.bottoms.count
    let last = beyond > 0 ? edges.bottoms[beyond - 1] : 0
    return line.top > page.height * 0.92 && line.top - last > measure.pitch
  }
}

extension [Double] {
  /// The first index, in a sorted list, from which on all elements fit; nil when none does.
  fileprivate func partitioningIndex(where fits: (Double) -> Bool) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < count ? low : nil
  }
}
