/// Personal data in a generated text. Everything is invented: the personal numbers are of people born from 2028 to 2057,
/// mail addresses are of example domains, telephone and account numbers are thrown with dice.
public struct Planted: Sendable, Hashable {
  /// What sort it is, as Pejl names it.
  public let kind: String
  /// As it stands in the text.
  public let written: String
  /// The digits of a number; a mail address in small letters.
  public let value: String
}

extension Dice {
  /// An invented personal number in one of the ways that people write them; half of them fail the check by modulus 11.
  public mutating func person() -> Planted {
    let value = personalNumber(isChecked: number(0...1) == 0)
    let day = String(value.prefix(2))
    let month = String(value.dropFirst(2).prefix(2))
    let year = String(value.dropFirst(4).prefix(2))
    let serial = String(value.suffix(4))
    let date = day + month + year
    let letters = value.map(String.init)
    let written = pick([
      "\(date)-\(serial)", "\(date)-\(serial)", "\(date)-\(serial)", value, value, "\(date) \(serial)",
      "\(date)–\(serial)", "\(date)—\(serial)", "\(date)‑\(serial)", "\(date)−\(serial)", "\(date) - \(serial)",
      "\(date) – \(serial)", "\(date)\u{A0}\(serial)", "\(date)\u{202F}\(serial)", "\(date)-\n\(serial)",
      "\(day) \(month) \(year) \(serial)", "\(day)-\(month)-\(year)-\(serial)", "\(day).\(month).\(year)-\(serial)",
      "\(day)/\(month)/\(year)-\(serial)", "\(day) \(month) \(year)-\(serial)", "\(date)\u{AD}-\(serial)",
      "\(date)\u{200B}\(serial)", letters.joined(separator: " "),
      letters[..<6].joined(separator: " ") + " - " + letters[6...].joined(separator: " "), "\(date)_\(serial)",
    ])
    let before = pick(["", "", "CPR ", "cpr-nr. ", "CPR-nummer: ", "personnummer ", "cpr.nr.: ", "("])
    return Planted(kind: "cpr", written: before + written + (before == "(" ? ")" : ""), value: value)
  }

  /// The ten digits of somebody who is not born yet.
  public mutating func personalNumber(isChecked: Bool) -> String {
    let weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
    while true {
      let digits =
        [number(1...28), number(1...12), number(28...57)].flatMap { [$0 / 10, $0 % 10] }
        + [number(5...8), number(0...9), number(0...9), number(0...9)]
      let sum = zip(digits, weights).map { $0 * $1 }.reduce(0, +)
      if (sum % 11 == 0) == isChecked { return digits.map(String.init).joined() }
    }
  }

  /// An invented telephone number.
  public mutating func phone() -> Planted {
    let value = digits(8, first: 2...9)
    let pairs = stride(from: 0, to: 8, by: 2).map { String(value.dropFirst($0).prefix(2)) }
    let halves = [String(value.prefix(4)), String(value.suffix(4))]
    let spaced = pairs.joined(separator: " ")
    let written = pick([
      "tlf. \(value)", "Tlf.: \(spaced)", "telefon \(spaced)", spaced, "+45 \(spaced)", "+45\(value)",
      "(+45) \(spaced)",
      "0045 \(spaced)", "+45 \(halves.joined(separator: " "))", "mobil \(halves.joined(separator: " "))",
      "tlf. \(pairs.joined(separator: "-"))", "tlf. \(pairs.joined(separator: "."))", "+45 \(value)",
      "mob. \(pairs.joined(separator: "\u{A0}"))", "ring på \(value)",
    ])
    return Planted(kind: "phone", written: written, value: value)
  }

  /// An invented mail address.
  public mutating func mail() -> Planted {
    let first = pick(["anna", "Bent", "carla", "Ditte.Marie", "erik-ole", "f_krog", "søren", "inge+post", "ukendt99"])
    let domain = pick(["example.dk", "example.com", "post.example.org", "kommune.example.dk", "Example.DK"])
    let value = "\(first)@\(domain)".lowercased()
    let written = pick([
      "\(first)@\(domain)", "mail: \(first)@\(domain)", "<\(first)@\(domain)>", "\(first)@\(domain)",
      "\(first) (at) \(domain)",
      "\(first)[at]\(domain)", "\(first)@\n\(domain)", "\(first) (snabel-a) \(domain)",
      "\(first)@\(domain.split(separator: ".").joined(separator: " (dot) "))",
    ])
    return Planted(kind: "email", written: written, value: value)
  }

  /// An invented account number.
  public mutating func account() -> Planted {
    let bank = digits(4)
    let number = digits(pick([7, 8, 10]))
    let written = pick([
      "reg. nr. \(bank) konto nr. \(number)", "Reg.nr.: \(bank), kontonr.: \(number)", "konto \(bank)-\(number)",
      "kontonummer \(bank) \(number)",
    ])
    return Planted(kind: "account", written: written, value: bank + number)
  }

  /// An invented name beside a union, in the genitive or not.
  public mutating func unionMember() -> Planted {
    let first = pick(["Søren", "Åse", "Jørgen", "Bodil", "Agnes", "Karen Margrethe", "Kirsten", "Per"])
    let last =
      pick(["Krogsen", "Bøgesen", "Åmosegaard", "Ærøholm", "Lyngskov", "von Tangdahl"]) + pick(["", "-Dybdahl"])
    let name = "\(first) \(last)"
    let union = pick(["FOA", "3F", "BUPL", "Dansk Sygeplejeråd"])
    let written = pick([
      "tillidsrepræsentant \(name), \(union)", "\(name) (\(union))", "\(union) ved \(name)",
      "\(name)s medlemskab af \(union)",
      "\(union)s medlem \(name)s forslag",
    ])
    return Planted(kind: "union", written: written, value: name)
  }

  /// Something that looks like personal data and is none.
  public mutating func lookAlike() -> String {
    let day = String(number(110...128)).dropFirst()
    let month = String(number(101...112)).dropFirst()
    let year = String(number(18...28))
    return pick([
      "den \(day).\(month).20\(year)", "d. \(number(1...28))/\(number(1...12))-20\(year)", "\(day)\(month)\(year)",
      "sag \(year)/\(digits(4))",
      "sagsnummer \(year)/\(digits(5))-\(number(1...40))", "\(number(1...9)).\(digits(3)).\(digits(3)) kr.",
      "\(number(10...99)) \(digits(3)) \(digits(3)) kr.", "kr. \(digits(8))", "\(digits(8)) kroner",
      "bilag \(digits(6))/\(year)", "dokument \(digits(7))",
      "124153/23", "3554863", "J.nr. 27.00.00-P05-\(number(1...9))-\(year)",
      "§ \(number(1...200)), stk. \(number(1...9))",
      "servicelovens § 85", "LBK nr. \(number(100...999)) af \(day)/\(month)/20\(year)", "CVR-nr. \(digits(8))",
      "CVR \(digits(2)) \(digits(2)) \(digits(2)) \(digits(2))", "EAN \(digits(13))",
      "ordrenummer \(digits(10, first: 4...9))",
      "2024-2028", "kl. 16.00-17.30", "side 12-14", "8500 Grenaa", "i 2023 2024", "version 10.2.3.4",
      "\(number(10...99)),\(digits(2)) pct.",
      "fra \(day)\(month)\(year)-\(day)\(month)\(year)", "ISBN 978-87-\(digits(6))-\(number(0...9))",
      "\(digits(10, first: 4...9))",
      "3f9a\(digits(10))c2", "\(digits(8))/\(year)", "sagsnr. \(digits(8))", "20\(year)\(month)\(day)",
      "\(day)\(month)20\(year)",
      "række 12 34 56 78 90 11", "fakturanr. \(digits(10))", "\(digits(3)) borgere og \(digits(2)) ansatte",
      "pkt. 3.1.2.1",
      "\(number(2...9))\(digits(3))-\(number(2...9))\(digits(3)) personer", "@handicap", "6 \(digits(4)) 20 ",
      "0,\(digits(10))",
    ])
  }
}
