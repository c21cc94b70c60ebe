import PejlAnalysis
import PejlCodebook
import Testing

@Suite struct ReviewOrderTests {
  private func item(_ certainties: [Double], _ words: String, facet: Facet.ID = .strategy) -> ReviewItem {
    ReviewItem(
      doubts: certainties.enumerated().map { index, certainty in
        ReviewItem.Doubt(facet: facet, code: "\(index)", isSet: certainty >= 0.5, certainty: certainty)
      }, words: Set(words.split(separator: " ").map(String.init)))
  }

  @Test("what is most likely wrong comes first, errors of the strategy before others, equals in their order")
  func errors() {
    let order = ReviewOrder([
      item([0.99], "a b"), item([0.6], "c d", facet: .stance), item([0.6], "e f"), item([0.5, 0.4], "g h"),
      item([0.99], "i j"),
    ])
    #expect(order.best(5) == [3, 2, 1, 0, 4])
    #expect(order.best(2) == [3, 2])
  }

  @Test("a passage like one that was chosen or decided comes later")
  func diversity() {
    let items = [
      item([0.5], "a b c d"), item([0.5], "a b c d"), item([0.5, 0.4], "e f g h"), item([0.9], "i j k l"),
      item([0.9], "m n o p"),
    ]
    #expect(ReviewOrder(items).best(3) == [0, 2, 1])
    #expect(ReviewOrder(items).best(2, decided: [0]) == [2, 1])
    #expect(ReviewOrder(items).alike(0) == [1])
  }

  @Test("wording that would settle other passages too is worth more")
  func influence() {
    var options = ReviewOptions()
    options.diversity = 0
    let items = [
      item([0.62], "a b"), item([0.6], "c d"), item([0.99], "a b"), item([0.95], "e f"), item([0.95], "g h"),
    ]
    #expect(ReviewOrder(items, options: options).best(1) == [0])
    options.influence = 0
    #expect(ReviewOrder(items, options: options).best(1) == [1])
  }
}
