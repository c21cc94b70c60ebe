public import PejlText

/// Finds out which of the parties that were heard a response is from.
public struct RespondentMatcher: Sendable {
  private struct Name: Sendable {
    let words: [String]
    let text: String
    let respondent: Respondent
  }

  private let names: [Name]
  /// By their first word.
  private let byFirst: [String: [Name]]
  private let addresses: [String: Respondent]
  private let hearing: Hearing
  /// So much of the beginning and of the end of a text may name its sender.
  private static let reach = 700

  /// A matcher for the parties of `hearing`.
  public init(_ hearing: Hearing) {
    self.hearing = hearing
    let all = hearing.respondents.flatMap { [$0] + $0.members }
    names = all.flatMap { respondent in
      ([respondent.name] + respondent.aliases).map {
        Name(words: Self.words($0), text: $0, respondent: respondent)
      }
    }
    byFirst = Dictionary(grouping: names) { $0.words.first ?? "" }
    addresses = Dictionary(all.flatMap { party in party.addresses.map { ($0.lowercased(), party) } }) { first, _ in
      first
    }
  }

  /// Who the document in the file called `file` is from.
  ///
  /// Looked at in this order: the annex that names the file, the sender's address, the file's name, the title, the
  /// sender's name, the first lines, the last lines. In each the name that stands first counts, of two there the longer.
  public func match(_ document: Document, file: String) -> RespondentMatch {
    let metadata = document.metadata
    if let annex = hearing.annex(ofFile: file), let found = find(in: annex.title) {
      return match(found, .annex)
    }
    if let address = metadata.senderAddress, let party = addresses[address.lowercased()] {
      return RespondentMatch(respondent: party, kind: party.kind, basis: .address, evidence: address)
    }
    let text = document.text
    let opening = text[TextSpan(0, boundary(text, Self.reach))]
    let closing = text[TextSpan(boundary(text, max(0, text.count - Self.reach)), text.count)]
    let places: [(String?, RespondentMatch.Basis)] = [
      (file, .fileName), (metadata.title, .title), (metadata.senderName, .sender), (opening, .opening),
      (closing, .closing),
    ]
    for (place, basis) in places {
      if let place, let found = find(in: place) { return match(found, basis) }
    }
    return RespondentMatch(
      respondent: nil, kind: .other, basis: .unknown, evidence: metadata.senderName ?? metadata.senderAddress)
  }

  private func match(_ name: Name, _ basis: RespondentMatch.Basis) -> RespondentMatch {
    RespondentMatch(respondent: name.respondent, kind: name.respondent.kind, basis: basis, evidence: name.text)
  }

  /// The name that stands first in `text`; of several at one place the longest.
  private func find(in text: String) -> Name? {
    if names.isEmpty { return nil }
    let words = Self.words(text)
    for start in words.indices {
      guard let here = byFirst[words[start]]?.filter({ words[start...].starts(with: $0.words) }) else { continue }
      if let longest = here.max(by: { $0.words.count < $1.words.count }) { return longest }
    }
    return nil
  }

  /// The words in small ASCII letters, with the Danish letters spelled out as file names have them.
  private static func words(_ text: String) -> [String] {
    (plain(text) ?? folded(text)).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What ``folded(_:)`` gives, at a fraction of the cost; nil when the text holds more than ASCII, Danish letters, dashes and
  /// quotation marks.
  private static func plain(_ text: String) -> [UInt8]? {
    let bytes = Array(text.utf8)
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (byte, next) {
      case (0x61...0x7A, _), (0x30...0x39, _): folded.append(byte)
      case (0x41...0x5A, _): folded.append(byte | 0x20)
      case (..<0x80, _): folded.append(0x20)
      case (0xC3, 0x86), (0xC3, 0xA6): folded += [0x61, 0x65]
      case (0xC3, 0x98), (0xC3, 0xB8): folded += [0x6F, 0x65]
      case (0xC3, 0x85), (0xC3, 0xA5): folded += [0x61, 0x61]
      // No-break spaces, paragraph signs, guillemets.
      case (0xC2, 0xA0), (0xC2, 0xA7), (0xC2, 0xAB), (0xC2, 0xBB): folded.append(0x20)
      case (0xE2, 0x80) where index + 2 < bytes.count && (0x90...0xA7).contains(bytes[index + 2]): folded.append(0x20)
      default: return nil
      }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
    }
    return folded
  }

  private static func folded(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    for character in text.lowercased() {
      if let ascii = character.asciiValue {
        let isWord = 0x61...0x7A ~= ascii || 0x30...0x39 ~= ascii
        folded.append(isWord ? ascii : 0x20)
      } else if let letters = PlainNames.spelling[character] {
        folded += letters.utf8
      } else if character.isLetter || character.isNumber {
        folded += String(character).utf8
      } else {
        folded.append(0x20)
      }
    }
    return folded
  }

  /// `offset` moved back to the beginning of a character.
  private func boundary(_ text: UTF8Text, _ offset: Int) -> Int {
    var offset = min(offset, text.count)
    while offset > 0, offset < text.count, text.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
