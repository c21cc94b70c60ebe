import PejlDuplicates
import TestAnswers

/// Finds planted copies among 50,000 invented passages: how many are found, how long it takes.
let sets: [(name: String, copied: Int, copies: Int, changed: Double)] = [
  ("2,000 texts with 5 copies each, 0-30 % changed", 2_000, 5, 0.3),
  ("one text with 5,000 copies, 0-30 % changed", 1, 5_000, 0.3),
  ("20 texts with 1,000 copies each, 0-10 % changed", 20, 1_000, 0.1),
]
print("| 50,000 passages | words | recall | precision | split into words | find |")
print("|---|---|---|---|---|---|")
for set in sets {
  let made = PlantedCopies(count: 50_000, copied: set.copied, copies: set.copies, mostChanged: set.changed)
  let clock = ContinuousClock()
  var texts: [TextWords] = []
  let splitting = clock.measure { texts = made.texts.map { TextWords($0) } }
  var groups: [TextGroup] = []
  let finding = clock.measure { groups = DuplicateFinder().groups(texts) }
  let score = PairScore(groups, origins: made.origins)
  let words = texts.reduce(0) { $0 + $1.count }
  print("| \(set.name) | \(words) | \(score.recall) | \(score.precision) | \(splitting) | \(finding) |")
}
