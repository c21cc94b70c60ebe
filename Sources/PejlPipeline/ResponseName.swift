/// Makes identifiers of file names.
enum ResponseName {
  /// An identifier for each of `names`, all different: the name without its extension, with it where two would be alike, and
  /// a number behind it where that is not enough.
  static func identifiers(_ names: [String]) -> [String] {
    let short = names.map { identifier(withoutExtension($0)) }
    let counts = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
    var used: Set<String> = []
    return zip(names, short).map { name, short in
      let base = counts[short] == 1 ? short : identifier(name)
      var candidate = base
      var number = 2
      while !used.insert(candidate).inserted {
        candidate = "\(base)-\(number)"
        number += 1
      }
      return candidate
    }
  }

  /// The identifier of the attachment called `name`, the so-maniest part of the file `file`.
  ///
  /// The underscore, which no identifier of a file has, keeps it apart from all files.
  static func attachment(_ name: Substring, part: Int, of file: String) -> String {
    "\(file)_\(part)-\(identifier(withoutExtension(String(name))))"
  }

  private static func withoutExtension(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// Small ASCII letters, digits and hyphens.
  private static func identifier(_ name: String) -> String {
    let spelled: [Character: String] = ["æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"]
    var result = ""
    for character in name.lowercased() {
      if let letters = spelled[character] {
        result += letters
      } else if character.isASCII, character.isLetter || character.isNumber {
        result.append(character)
      } else if !result.hasSuffix("-"), !result.isEmpty {
        result.append("-")
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "response" : result
  }
}
