/// The unit by which systemd keeps a watch running.
public enum WatchUnit {
  /// The unit's text.
  ///
  /// - Parameters:
  ///   - program: the path of the program from the root.
  ///   - folder: the path of the hearing's folder from the root.
  ///   - output: the path of the folder of the reports from the root.
  /// - Returns: the content of a `.service` file.
  public static func text(program: String, folder: String, output: String) -> String {
    String(decoding: PackageResources.pejl_watch_service, as: UTF8.self)
      .replacing("{program}", with: quoted(program)).replacing("{folder}", with: quoted(folder))
      .replacing("{output}", with: quoted(output))
  }

  /// An argument as systemd reads it.
  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
      .replacing("$", with: "$$")
    return "\"\(escaped)\""
  }
}
