internal import PejlHearing
internal import PejlText

extension TaggedResponse {
  /// A response of nothing, in the place of one that is not there.
  public static var missing: TaggedResponse {
    TaggedResponse(
      id: "", file: "", sha256: "",
      document: Document(
        format: "", text: UTF8Text(trusted: []), blocks: [], metadata: Document.Metadata(),
        sourceMap: SourceMap(parts: [], runs: []), notes: []),
      respondent: RespondentMatch(respondent: nil, kind: .other, basis: .unknown, evidence: nil), annex: nil,
      passages: [])
  }
}
