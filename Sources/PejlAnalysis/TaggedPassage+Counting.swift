internal import PejlCodebook
internal import PejlSegment
public import PejlTagging

extension TaggedPassage {
  /// Whether the figures of coverage and themes count the passage.
  ///
  /// This is the one place that decides it. Two sorts do not count: what is set aside, and headings. A heading names
  /// what the passages beneath it are about, and those count with the tags that they get from it; counting the heading
  /// as well would let a respondent who writes headings seem to say more. Accounts still hold every passage.
  public var isCounted: Bool { counts && passage.kind != .heading }

  /// Whether the passage counts and stands outside the strategy: no guidepost and no objective is on it.
  public var isOutside: Bool { isCounted && tags(.strategy).isEmpty }
}
