/// What sort of personal data something is.
public enum PrivacyKind: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A Danish personal number.
  case cpr
  /// A bank account: registration number with account number, or an IBAN.
  case account
  /// A telephone number.
  case phone
  /// A mail address.
  case email
  /// A street with house number.
  case address
  /// A person's name beside a union (GDPR article 9: trade union membership).
  case union
  /// A person's name near words of health, belief, origin, politics, sexuality (GDPR article 9) or crime (article 10).
  case sensitive

  /// In the order above.
  public static func < (left: PrivacyKind, right: PrivacyKind) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
