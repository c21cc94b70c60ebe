/// The files of a new hearing folder, with comments that say what to write where.
public enum HearingTemplate {
  /// A file of the template.
  public struct File: Sendable, Hashable {
    /// The path relative to the hearing's folder.
    public let path: String
    /// The content.
    public let bytes: [UInt8]
  }

  /// The folder for the answers, which is empty at first.
  public static let responses = "responses"

  /// The files of a hearing whose folder is called `name`.
  public static func files(name: String) -> [File] {
    let id = Slug.slug(name, fallback: "ny-hoering")
    return [
      ("hearing.xml", PackageResources.template_hearing_xml),
      ("codebook.xml", PackageResources.template_codebook_xml),
      ("codebook/pejlemaerke-1.xml", PackageResources.template_guidepost_xml),
      ("codebook/holdninger.xml", PackageResources.template_stances_xml),
      ("codebook/rammer.xml", PackageResources.template_frames_xml),
    ].map { path, bytes in
      let text = String(decoding: bytes, as: UTF8.self).replacing("{id}", with: id)
      return File(path: path, bytes: Array(text.utf8))
    }
  }

  /// Whether `bytes` are what the file at `path` held when the hearing's folder `name` was made.
  public static func isUntouched(_ bytes: [UInt8], path: String, name: String) -> Bool {
    files(name: name).contains { $0.path == path && $0.bytes == bytes }
  }
}
