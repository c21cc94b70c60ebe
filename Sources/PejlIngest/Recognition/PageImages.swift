internal import PejlText

/// How much of each page of a PDF pictures cover, as `pdfimages -list` tells.
struct PageImages: Sendable {
  /// By page: the part of it that its largest picture covers, from 0 to 1.
  private var shares: [Int: Double] = [:]

  /// A page that a picture covers to this part is taken for a scan.
  private static let scan = 0.4

  /// The pictures in the PDF at `file`; none when the tool cannot tell.
  init(_ file: String, pages: [PDFPage], runner: ToolRunner) async throws {
    let outcome = try await runner.run("pdfimages", ["-list", file])
    guard outcome.code == 0 else { return }
    let sizes = Dictionary(pages.map { ($0.number, $0.width * $0.height) }) { first, _ in first }
    for row in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").dropFirst(2) {
      // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
      let cells = row.split(whereSeparator: \.isWhitespace)
      guard cells.count >= 14, cells[2] == "image" || cells[2] == "mask" || cells[2] == "stencil",
        let page = Int(cells[0]), let area = sizes[page], area > 0,
        let width = Double(cells[3]), let height = Double(cells[4]),
        let across = Double(cells[12]), let down = Double(cells[13]), across > 0, down > 0
      else { continue }
      shares[page] = max(shares[page] ?? 0, min(1, width / across * 72 * (height / down * 72) / area))
    }
  }

  /// Whether the page is a scan.
  func isScan(_ page: Int) -> Bool { (shares[page] ?? 0) >= Self.scan }
}
