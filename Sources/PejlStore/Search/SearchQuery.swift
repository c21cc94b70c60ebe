internal import PejlDanish
internal import PejlText

/// What a user looks for: words, phrases in quotes, `AND`, `OR`, `NOT`, parentheses, and `*` behind the beginning of a word.
///
/// Words beside one another must all be in the passage. `NOT` binds to what follows it, `AND` before `OR`.
public struct SearchQuery: Sendable {
  /// The query as the user wrote it.
  public let text: String
  let expression: SearchExpression

  /// Reads a query.
  ///
  /// - Throws: ``InvalidInput`` that says what is wrong, and at which character.
  public init(_ text: String) throws {
    self.text = text
    var parser = Parser(symbols: try SearchSymbol.read(text), text: text)
    expression = try parser.query()
  }

  /// The error that `message` tells of the character at `place`, from 0, of `text`.
  static func mistake(_ message: String, at place: Int, in text: String) -> InvalidInput {
    InvalidInput(code: "search.syntax", "\(message), at character \(place + 1) of the query: \(text)")
  }
}

/// Puts the symbols of a query together.
private struct Parser {
  let symbols: [SearchSymbol]
  let text: String
  private var index = 0
  private var depth = 0
  private static let deepest = 50
  private static let most = 200

  init(symbols: [SearchSymbol], text: String) {
    self.symbols = symbols
    self.text = text
  }

  private var next: SearchSymbol.Kind? { index < symbols.count ? symbols[index].kind : nil }
  private var place: Int { index < symbols.count ? symbols[index].place : max(text.count - 1, 0) }

  mutating func query() throws -> SearchExpression {
    guard !symbols.isEmpty else {
      throw InvalidInput(code: "search.empty", "the query is empty; give a word, or a phrase in quotes")
    }
    guard symbols.count <= Self.most else {
      throw InvalidInput(code: "search.long", "the query has more than \(Self.most) words and signs; ask for less")
    }
    let expression = try any()
    guard next == nil else { throw mistake("a parenthesis is closed that was not opened") }
    return expression
  }

  private mutating func any() throws -> SearchExpression {
    var parts = [try all()]
    while next == .or {
      index += 1
      parts.append(try all())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws -> SearchExpression {
    let start = place
    var wanted: [SearchExpression] = []
    var unwanted: [SearchExpression] = []
    repeat {
      if next == .and {
        guard !wanted.isEmpty || !unwanted.isEmpty else { throw mistake("something must stand before AND") }
        index += 1
      }
      if next == .not {
        index += 1
        unwanted.append(try one(after: "NOT"))
      } else {
        wanted.append(try one(after: nil))
      }
    } while next != nil && next != .or && next != .close
    guard !wanted.isEmpty else {
      throw SearchQuery.mistake(
        "NOT takes passages away from others; say beside it what to look for", at: start, in: text)
    }
    return wanted.count == 1 && unwanted.isEmpty ? wanted[0] : .all(wanted, without: unwanted)
  }

  private mutating func one(after sign: String?) throws -> SearchExpression {
    switch next {
    case .words(let words, let form):
      index += 1
      return .words(words, form: form)
    case .open:
      let start = place
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else { throw mistake("more than \(Self.deepest) parentheses stand in one another") }
      index += 1
      if next == .close { throw mistake("nothing stands in the parentheses") }
      let inner = try any()
      guard next == .close else {
        throw SearchQuery.mistake("a parenthesis is opened and not closed", at: start, in: text)
      }
      index += 1
      return inner
    case nil:
      throw mistake("something must stand behind \(sign ?? symbols.last.map { "\($0.kind)" } ?? "")")
    case .some(let sign):
      throw mistake("a word must stand before \(sign)")
    }
  }

  private func mistake(_ message: String) -> InvalidInput { SearchQuery.mistake(message, at: place, in: text) }
}
