import PejlText
import Testing

@Suite struct PlainNamesTests {
  @Test("Danish letters are spelled out, and everything else parts words")
  func words() {
    #expect(PlainNames.words("Pårørenderådet, Øst (2024)") == ["paaroerenderaadet", "oest", "2024"])
    #expect(PlainNames.words(" – ").isEmpty)
  }

  @Test("no two names are alike, and none is alike but for capitals")
  func unique() {
    var names = UniqueNames(["svar"])
    let given = ["Svar", "brev", "svar", "Brev-2", "brev"].map { names.next($0) }
    #expect(given == ["Svar-2", "brev", "svar-3", "Brev-2", "brev-3"])
  }
}
