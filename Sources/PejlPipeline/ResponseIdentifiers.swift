internal import PejlDanish

/// The identifiers of the files of a run, in little memory; made once for all, since each depends on all names.
struct ResponseIdentifiers: Sendable {
  /// No two identifiers are alike, so the number of each in the table is the place of its file.
  private var table = FormTable()

  /// An identifier for each of `names`, all different: the name without its extension, with it where two would be alike, and
  /// a number behind it where that is not enough.
  init(_ names: some Sequence<String>) {
    var shorts = FormTable()
    // By place: the number of the short name; and by that number, whether it stands once.
    var numbers: [Int32] = []
    var isAlone: [Bool] = []
    for name in names {
      let number = shorts.number(of: Array(ResponseName.short(name).utf8))
      if number == isAlone.count { isAlone.append(true) } else { isAlone[number] = false }
      numbers.append(Int32(number))
    }
    for (name, number) in zip(names, numbers) {
      add(isAlone[Int(number)] ? Array(shorts[Int(number)]) : Array(ResponseName.identifier(name).utf8))
    }
  }

  /// The number of files.
  var count: Int { table.count }

  /// The identifier of the file at `place`.
  subscript(place: Int) -> String { String(decoding: table[place], as: UTF8.self) }

  private mutating func add(_ wanted: [UInt8]) {
    var identifier = wanted
    var number = 2
    while table.find(identifier.span) != nil {
      identifier = wanted + Array("-\(number)".utf8)
      number += 1
    }
    _ = table.number(of: identifier)
  }
}
