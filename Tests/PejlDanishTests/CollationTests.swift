import PejlDanish
import Testing

@Suite struct CollationTests {
  @Test("names stand in Danish order: æ, ø, å last, aa as å, case and signs do not matter")
  func order() {
    let names = [
      "10 borgere", "Allé", "allerød", "Beboer- og Pårørenderåd", "beboerne", "LMU", "Zoo", "Ældrerådet", "Østerbo",
      "Aabenraa", "Aalborg", "Århus",
    ]
    #expect(names.shuffled().sorted(by: DanishCollation.isBefore) == names)
  }
}
