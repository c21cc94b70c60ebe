internal import Glibc
internal import PejlText

/// Text of lines, cut into paragraphs, items and headings by the little that lines tell.
struct PlainText {
  /// A line without its end, as byte offsets of the text.
  struct Line {
    var start: Int
    var end: Int
    var page: Int
    var isBlank: Bool
    var range: Range<Int> { start..<end }
  }

  /// A stretch of lines that will be one block.
  struct Piece {
    var lines: Range<Int>
    var kind: Block.Kind
    var level = 0
    var marker: ListMarker?
    /// Whether a blank line stands before it.
    var isApart: Bool
    /// The lines with which it goes on behind the foot of a page.
    var more: [Range<Int>] = []
  }

  /// The text in valid UTF-8.
  let bytes: [UInt8]
  /// Its lines in order.
  let lines: [Line]
  /// Whether it has form feeds.
  let hasPages: Bool

  /// So many lines are told apart; what stands after them is one line more.
  private static let lineLimit = 4_000_000

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Line] = []
    var (start, page) = (0, 1)
    bytes.withUnsafeBufferPointer { buffer in
      while start <= buffer.count {
        let feed = Self.find(0x0A, in: buffer, start..<buffer.count)
        let end = Self.find(0x0C, in: buffer, start..<feed)
        let isReturn = end > start && end == feed && buffer[end - 1] == 0x0D
        var word = start
        while word < end, buffer[word] == 0x20 || buffer[word] == 0x09 || buffer[word] == 0x0D { word += 1 }
        if lines.count >= Self.lineLimit {
          lines.append(Line(start: start, end: buffer.count, page: page, isBlank: false))
          break
        }
        lines.append(Line(start: start, end: isReturn ? end - 1 : end, page: page, isBlank: word == end))
        if end < feed { page += 1 }
        start = end + 1
      }
    }
    self.lines = lines
    hasPages = page > 1
  }

  /// Where `byte` first stands in `range`, or its end; by memchr, since a text may have fifty million bytes.
  private static func find(_ byte: UInt8, in buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard let base = buffer.baseAddress, !range.isEmpty,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return range.upperBound }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  func string(_ line: Line) -> String { String(decoding: bytes[line.range], as: UTF8.self) }
  func string(_ index: Int) -> String { string(lines[index]) }

  /// Cuts `range` of the lines into pieces.
  func pieces(_ range: Range<Int>? = nil) -> [Piece] {
    var pieces: [Piece] = []
    var open: Int?
    var isApart = true
    func close(_ end: Int) {
      guard let start = open else { return }
      let marker = ListMarker(string(start))
      pieces.append(
        Piece(lines: start..<end, kind: marker == nil ? .paragraph : .listItem, marker: marker, isApart: isApart))
      isApart = false
      open = nil
    }
    let range = range ?? lines.indices
    for index in range {
      let line = lines[index]
      if line.isBlank {
        close(index)
        isApart = true
        continue
      }
      if let start = open {
        if lines[start].page != line.page {
          close(index)
          isApart = true
        } else if begins(index, after: start) {
          close(index)
        }
      }
      if open == nil { open = index }
    }
    close(range.upperBound)
    dropDates(&pieces)
    joinSpread(&pieces)
    markHeadings(&pieces)
    markDepths(&pieces)
    partFeet(&pieces)
    return pieces
  }

  /// Whether a line begins a piece although the line before it is not blank.
  private func begins(_ index: Int, after start: Int) -> Bool {
    if bytes[lines[index - 1].start] == 0x23, LineShape.hashes(string(index - 1)) > 0 { return true }
    guard mayBeMarked(lines[index]) else { return false }
    let text = String(decoding: bytes[lines[index].range].prefix(24), as: UTF8.self)
    if LineShape.hashes(text) > 0 { return true }
    if let marker = ListMarker(text) {
      if marker.isCertain { return true }
      let above = ListMarker(String(decoding: bytes[lines[start].range].prefix(24), as: UTF8.self))
      return marker.number == above?.number.map { $0 + 1 } || (marker.number == 1 && string(index - 1).hasSuffix(":"))
    }
    return false
  }

  /// A quick look that spares most lines a close one: they begin with a word.
  private func mayBeMarked(_ line: Line) -> Bool {
    var index = line.start
    while index < line.end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    guard index + 1 < line.end, isLetter(bytes[index]) else { return true }
    // "o " is a bullet, "a)" and "iv)" are letters of a list.
    if bytes[index] == 0x6F, !isLetter(bytes[index + 1]) { return true }
    return bytes[index..<min(index + 5, line.end)].contains(0x29)
  }

  /// Makes numbered items that go on in a small letter paragraphs again, unless they count on from a neighbour: they are dates.
  private func dropDates(_ pieces: inout [Piece]) {
    for (index, piece) in pieces.enumerated() {
      guard let marker = piece.marker, !marker.isCertain, let number = marker.number else { continue }
      let before = index > 0 ? pieces[index - 1].marker?.number : nil
      let after = index + 1 < pieces.count ? pieces[index + 1].marker?.number : nil
      if before != number - 1, after != number + 1 { pieces[index].kind = .paragraph }
    }
  }

  private func markHeadings(_ pieces: inout [Piece]) {
    // A heading heads something: short lines at the end of a text are a name, a role, a place.
    var headsSomething = false
    for index in pieces.indices.reversed() {
      let piece = pieces[index]
      guard piece.lines.count == 1, let first = piece.lines.first else {
        headsSomething = true
        continue
      }
      let text = string(first)
      let hashes = LineShape.hashes(text)
      let isShort = LineShape.isShort(text)
      let standsAlone = index + 1 == pieces.count || pieces[index + 1].isApart
      if hashes > 0 {
        pieces[index].kind = .heading
        pieces[index].level = hashes
      } else if piece.kind == .paragraph, isShort, headsSomething, piece.isApart,
        text.first(where: \.isLetter)?.isUppercase == true,
        standsAlone || LineShape.isCapitals(text)
      {
        pieces[index].kind = .heading
        pieces[index].level = LineShape.isCapitals(text) ? 1 : 2
      } else if piece.marker?.style == .number, isShort, headsSomething, standsAlone, piece.isApart,
        pieces[index + 1].kind == .paragraph, index == 0 || pieces[index - 1].kind != .listItem
      {
        pieces[index].kind = .heading
        pieces[index].level = 2
      }
      if !isShort || piece.kind == .listItem { headsSomething = true }
    }
  }

  private func markDepths(_ pieces: inout [Piece]) {
    var indents: [Int] = []
    for index in pieces.indices {
      guard pieces[index].kind == .listItem, let indent = pieces[index].marker?.indent else {
        indents = []
        continue
      }
      while let last = indents.last, last > indent { indents.removeLast() }
      if indents.last.map({ indent > $0 + 1 }) ?? true { indents.append(indent) }
      pieces[index].level = indents.count
    }
  }

  /// Adds pieces to `builder`, under `kind` where it is given.
  func append(
    _ pieces: [Piece], to builder: inout DocumentBuilder, part: String, offset: Int = 0, kind: Block.Kind? = nil
  ) {
    for piece in pieces {
      guard let first = piece.lines.first else { continue }
      var parts: [(text: String, source: Int?)] = []
      for range in [piece.lines] + piece.more {
        let (start, end) = (lines[range.lowerBound].start, lines[range.upperBound - 1].end)
        if !parts.isEmpty { parts.append(("\n", nil)) }
        parts.append((String(decoding: bytes[start..<end], as: UTF8.self), start + offset))
      }
      builder.append(
        parts, kind: kind ?? piece.kind, level: kind == nil ? piece.level : 0,
        page: hasPages ? lines[first].page : nil, part: part, separator: piece.isApart ? "\n\n" : "\n")
    }
  }
}
