internal import Glibc

/// Where what can be made again is kept for loose files: `$XDG_CACHE_HOME/pejl`, or `~/.cache/pejl`.
enum CacheFolder {
  /// The folder for pages that were recognised; nil where the user has no home.
  static var pages: String? { base.map { "\($0)/pejl/pages" } }

  private static var base: String? {
    if let own = variable("XDG_CACHE_HOME") { return own }
    return variable("HOME").map { "\($0)/.cache" }
  }

  /// An absolute path in the environment.
  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), value.hasPrefix("/") else { return nil }
    return value
  }
}
