internal import PejlText

/// The plain text of a mail, with what is the sender's own parted from earlier mail and signature.
struct MailText {
  private let text: PlainText
  private var index = 0
  private var ownStart = 0
  private var segments: [Segment] = []
  private var hasOwnText = false
  /// Whether the mail does nothing but forward another, whose text then counts as its own.
  private(set) var isForward = false

  private struct Segment {
    var lines: Range<Int>
    var kind: Block.Kind?
  }

  /// The text in `bytes`, which is UTF-8 without format=flowed.
  init(_ bytes: [UInt8]) {
    text = PlainText(bytes)
    scan()
  }

  /// Adds the blocks to `builder`.
  func append(to builder: inout DocumentBuilder, part: String) {
    for segment in segments {
      text.append(text.pieces(segment.lines), to: &builder, part: part, kind: segment.kind)
    }
  }

  private mutating func scan() {
    while index < text.lines.count {
      let line = text.string(index)
      if text.lines[index].isBlank {
        index += 1
      } else if line.hasPrefix(">") {
        take(end(ofQuotesFrom: index), as: .quotedMail)
      } else if let count = attribution(at: index) {
        let next = firstLine(from: index + count)
        if next.map({ text.string($0).hasPrefix(">") }) ?? false {
          take(index + count, as: .quotedMail)
        } else {
          takeEarlierMail(header: index + count)
        }
      } else if let header = headerEnd(at: index) {
        takeEarlierMail(header: header)
      } else if isSignatureMark(line) {
        take(signatureEnd(from: index + 1), as: .signature)
      } else if MailMarks.isDeviceSignature(line) {
        take(index + 1, as: .signature)
      } else {
        hasOwnText = true
        index += 1
      }
    }
    closeOwn(text.lines.count)
  }

  private mutating func closeOwn(_ end: Int) {
    if end > ownStart { segments.append(Segment(lines: ownStart..<end, kind: nil)) }
  }

  private mutating func take(_ end: Int, as kind: Block.Kind) {
    closeOwn(index)
    segments.append(Segment(lines: index..<end, kind: kind))
    index = end
    ownStart = end
  }

  /// An earlier mail goes to the end, unless the whole mail is nothing else.
  private mutating func takeEarlierMail(header: Int) {
    if hasOwnText {
      take(text.lines.count, as: .quotedMail)
    } else {
      isForward = true
      take(header, as: .quotedMail)
    }
  }

  private func firstLine(from start: Int) -> Int? {
    (start..<max(start, text.lines.count)).first { !text.lines[$0].isBlank }
  }

  private func end(ofQuotesFrom start: Int) -> Int {
    var end = start + 1
    while let next = firstLine(from: end), text.string(next).hasPrefix(">") { end = next + 1 }
    return end
  }

  /// How many lines from `start` are an attribution; programs wrap it over two or three.
  private func attribution(at start: Int) -> Int? {
    for count in 1...3 where start + count <= text.lines.count {
      let line = text.lines[start + count - 1]
      if line.isBlank || text.bytes[line.start] == 0x3E { return nil }
      // Most lines end otherwise, and are not looked at closer.
      guard text.bytes[line.range].last(where: { !UTF8Text.isSpace($0) }) == 0x3A else { continue }
      let joined = (start..<start + count).map { text.string($0) }.joined(separator: " ")
      if MailMarks.isAttribution(joined) { return count }
    }
    return nil
  }

  /// The line after the headers of an earlier mail that begin at `start`, or nil when none do.
  private func headerEnd(at start: Int) -> Int? {
    var first = start
    let line = text.string(start)
    let isRule = line.count { $0 == "_" || $0 == "-" } >= 5 && line.allSatisfy { "_- \t".contains($0) }
    let isOriginal = MailMarks.isOriginal(line)
    guard isRule || isOriginal || MailMarks.isHeader(line) else { return nil }
    if isRule || isOriginal {
      guard let next = firstLine(from: start + 1) else { return isOriginal ? start + 1 : nil }
      first = next
    }
    let lines = (first..<min(first + 8, text.lines.count)).map { text.string($0) }
    guard MailMarks.isHeaderRun(lines) else { return isOriginal ? start + 1 : nil }
    var end = first
    while end < text.lines.count, !text.lines[end].isBlank { end += 1 }
    // Some programs put blank lines between the headers.
    while let next = firstLine(from: end), next < first + 12, MailMarks.isHeader(text.string(next)) { end = next + 1 }
    return end
  }

  private func isSignatureMark(_ line: String) -> Bool {
    line == "-- " || line == "--"
  }

  private func signatureEnd(from start: Int) -> Int {
    var end = start
    while end < text.lines.count, !text.string(end).hasPrefix(">"), attribution(at: end) == nil,
      text.lines[end].isBlank || headerEnd(at: end) == nil
    {
      end += 1
    }
    return end
  }

  /// `bytes` with the lines of format=flowed put together (RFC 3676).
  static func unflowed(_ bytes: [UInt8], deletesBlank: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var openDepth: Int?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var line = line.last == 0x0D ? line.dropLast() : line
      let depth = line.prefix { $0 == 0x3E }.count
      let quotes = line.prefix(depth)
      line = line.dropFirst(depth)
      let isStuffed = line.first == 0x20
      if isStuffed { line = line.dropFirst() }
      let isMark = line.elementsEqual("-- ".utf8)
      if let open = openDepth, open == depth, !isMark {
        // The line goes on.
      } else {
        if openDepth != nil || !result.isEmpty { result.append(0x0A) }
        result.append(contentsOf: quotes)
        if depth > 0 { result.append(0x20) }
      }
      let isFlowing = line.last == 0x20 && !isMark
      result.append(contentsOf: isFlowing && deletesBlank ? line.dropLast() : line)
      openDepth = isFlowing ? depth : nil
      if result.isEmpty { result.append(0x0A) }
    }
    return result
  }
}
