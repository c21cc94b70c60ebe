import PejlPrivacy
import PejlText
import TestAnswers
import Testing

/// The figures that the gate is held to, on 2,000 generated texts. All numbers in them are invented.
@Suite struct MeasuredTests {
  /// How many were planted, found, and found where nothing was planted.
  private struct Count {
    var planted = 0
    var found = 0
    var missed: [String] = []
    var wrong: [String] = []
    var recall: Double { Double(found) / Double(planted) }
    var precision: Double { Double(found) / Double(found + wrong.count) }
  }

  private static let counts: [PrivacyKind: Count] = {
    var counts: [PrivacyKind: Count] = [:]
    for answer in GeneratedAnswer.set(2000) {
      let text = UTF8Text(answer.text)
      let findings = PrivacyScanner().scan(text)
      for kind in [PrivacyKind.cpr, .phone, .email, .account] {
        var left = answer.planted.filter { $0.kind == kind.rawValue }
        counts[kind, default: Count()].planted += left.count
        for finding in findings where finding.kind == kind {
          if let place = left.firstIndex(where: { $0.value == finding.value }) {
            left.remove(at: place)
            counts[kind]?.found += 1
          } else {
            counts[kind]?.wrong.append(context(text, finding.span))
          }
        }
        counts[kind]?.missed += left.map(\.written)
      }
    }
    return counts
  }()

  private static func context(_ text: UTF8Text, _ span: TextSpan) -> String {
    String(decoding: text.bytes[max(0, span.start - 25)..<min(text.count, span.end + 12)], as: UTF8.self)
  }

  @Test("every personal number is found, and 99 of 100 findings are one")
  func persons() throws {
    let count = try #require(Self.counts[.cpr])
    print("cpr", count.planted, count.recall, count.precision)
    #expect(count.planted > 1000)
    #expect(count.recall == 1, "\(count.missed.prefix(20))")
    #expect(count.precision >= 0.99, "\(count.wrong.prefix(20))")
  }

  @Test(
    "telephone numbers, mail addresses and accounts are found in 99 of 100 cases",
    arguments: [
      PrivacyKind.phone, .email, .account,
    ])
  func others(_ kind: PrivacyKind) throws {
    let count = try #require(Self.counts[kind])
    print(kind, count.planted, count.recall, count.precision)
    #expect(count.planted > 500)
    #expect(count.recall >= 0.99, "\(count.missed.prefix(20))")
    #expect(count.precision >= 0.95, "\(count.wrong.prefix(20))")
  }

  @Test("every name that was planted beside a union is found, in the genitive too, and is hidden wherever it stands")
  func names() {
    let answers = GeneratedAnswer.set(300)
    let names = answers.map { Set($0.planted.filter { $0.kind == "union" }.map(\.value)) }
    let found = answers.map { Set(PrivacyScanner().scan($0.text).filter { $0.kind == .union }.map(\.value)) }
    let missed = zip(names, found).flatMap { $0.subtracting($1) }
    print("names", names.map(\.count).reduce(0, +), "missed", missed.count)
    #expect(names.map(\.count).reduce(0, +) > 100)
    #expect(missed.isEmpty, "\(missed.prefix(10))")
    #expect(zip(names, found).flatMap { $1.subtracting($0) }.isEmpty)
    for (answer, names) in zip(answers, names) {
      let left = PrivacyMask(names.map { PrivacyMask.Secret(kind: .union, value: $0) }).masked(answer.text)
      #expect(!names.contains { left.lowercased().contains($0.lowercased()) }, "\(left)")
    }
  }
}
