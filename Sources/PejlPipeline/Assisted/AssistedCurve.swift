public import PejlAnalysis

/// What comes of it when a person decides on some paragraphs and Pejl learns from that, step by step.
public struct AssistedCurve: Sendable {
  /// How the paragraphs are chosen, and whether Pejl learns from them.
  public enum Way: String, Sendable, CaseIterable {
    /// In review order, and learnt from.
    case assisted
    /// In review order, and not learnt from: what choosing alone does.
    case unlearnt
    /// By chance, and learnt from: beside `chance`, what learning alone does.
    case shuffled
    /// By chance, and not learnt from.
    case chance

    /// Whether the most doubtful paragraphs are chosen.
    var isChosen: Bool { self == .assisted || self == .unlearnt }
    /// Whether Pejl learns from the decisions.
    var learns: Bool { self == .assisted || self == .shuffled }
  }

  /// One step.
  public struct Step: Sendable {
    /// The part of the paragraphs that is decided, from 0 to 1.
    public let share: Double
    /// How many that are.
    public let decided: Int
    /// What Pejl makes of the undecided ones.
    public let rest: Evaluation
    /// All paragraphs, the decided ones as the person coded them.
    public let all: Evaluation
  }

  /// How it was gone about.
  public let way: Way
  /// The steps by rising share.
  public let steps: [Step]
}
