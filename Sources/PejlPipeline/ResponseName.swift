/// Makes identifiers of file names.
enum ResponseName {
  /// Small ASCII letters, digits and hyphens, made from the name without its extension.
  static func identifier(_ name: String) -> String {
    let spelled: [Character: String] = ["æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"]
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    var result = ""
    for character in stem.lowercased() {
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
