/// An invented answer with personal data planted in it, and with numbers that only look so.
public struct GeneratedAnswer: Sendable {
  /// The text.
  public let text: String
  /// What was planted.
  public let planted: [Planted]

  /// The same `count` answers each time.
  public static func set(_ count: Int, seed: UInt64 = 20_790) -> [GeneratedAnswer] {
    var dice = Dice(seed)
    var names = Dice(seed + 1)
    return (0..<count).map { _ in GeneratedAnswer(&dice, names: &names) }
  }

  private static let sentences = [
    "Rådet takker for muligheden for at afgive høringssvar", "Vi bakker op om målsætning 2.4",
    "Vi savner en plan for indsatsen",
    "Normeringen bør følge med opgaverne", "Samarbejdet med de pårørende er vigtigt", "Det fremgår af materialet",
    "Forslaget blev drøftet på mødet", "Vi henviser til tidligere svar", "Der er brug for flere timer",
  ]

  private init(_ dice: inout Dice, names: inout Dice) {
    var text = ""
    var planted: [Planted] = []
    for _ in 0..<dice.number(4...9) {
      text += dice.pick(Self.sentences)
      switch dice.number(0...9) {
      case 0, 1:
        let item = dice.number(0...2) == 0 ? dice.pick([dice.account()]) : dice.person()
        planted.append(item)
        text += dice.pick([", ", " - kontakt ", ": "]) + item.written
      case 2:
        let item = dice.phone()
        planted.append(item)
        text += dice.pick([", ", " (", ": "]) + item.written
        if text.contains("("), dice.number(0...1) == 0 { text += ")" }
      case 3:
        let item = dice.mail()
        planted.append(item)
        text += dice.pick([", ", ", skriv til ", ": "]) + item.written
      case 4...7: text += dice.pick([", ", " (", ", jf. "]) + dice.lookAlike()
      default: break
      }
      text += dice.pick([". ", ".\n", ".\n\n", "; ", ".\t"])
    }
    if names.number(0...1) == 0 {
      let item = names.unionMember()
      planted.append(item)
      // Far from the union, nothing says what the name is.
      text += "\n\nVi taler for \(item.written).\n\n\(Self.sentences.joined(separator: ". ")).\n\n"
      text += names.pick(["Hilsen \(item.value)", "\(item.value)s bemærkninger er vedlagt", item.value.uppercased()])
    }
    self.text = text
    self.planted = planted
  }
}
