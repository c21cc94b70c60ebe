internal import PejlAnalysis
internal import PejlText

/// The files that could not be read, each with the reason.
struct UnreadFiles {
  let context: ReportContext

  /// One entry a file.
  var fields: [Fields] {
    context.analysis.unread.map { finding in
      let file = finding.path.map { ShownText.shortened($0) } ?? context.words["unread.no-path"]
      return ["file": file, "reason": context.message(finding)]
    }
  }
}
