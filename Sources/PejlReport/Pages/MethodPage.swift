internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging
internal import PejlText

/// The page that says how the figures came about, and that nothing is lost.
struct MethodPage {
  let context: ReportContext

  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }

  /// The values of the template `method`.
  var fields: Fields {
    let codebook = analysis.codebook
    let total = analysis.coverage.total
    return [
      "codebookID": codebook.id,
      "isCalibrated": !codebook.cutoffs.isEmpty,
      "isComplete": context.isComplete,
      "ruleCount": words.count(codebook.ruleCounts.values.reduce(0, +), "rule"),
      "exampleCount": words.count(codebook.exampleCount, "example"),
      "sources": context.method.codebookHashes.map { source -> Fields in ["path": source.path, "sha256": source.sha256]
      },
      "hasSources": !context.method.codebookHashes.isEmpty,
      "facets": codebook.facets.map { facet -> Fields in
        [
          "facetName": facet.name,
          "codes": facet.codes.map { code -> Fields in
            [
              "code": code.id, "name": code.name, "rules": words.number(codebook.ruleCounts[code.id, default: 0]),
              "isZero": codebook.ruleCounts[code.id] == nil,
            ]
          },
        ]
      },
      "files": analysis.responses.indices.map(file),
      "hasFiles": !analysis.responses.isEmpty,
      "unreadFiles": UnreadFiles(context: context).fields,
      "hasUnread": !analysis.unread.isEmpty,
      "allCharacters": words.count(total.characters, "character"),
      "allPassages": words.count(total.passages, "passage"),
      "allTagged": words.number(total.tagged),
      "allUntagged": words.number(total.untagged),
      "allSetAside": words.number(total.setAsideTotal),
      "allHeadings": words.count(total.headings, "heading"),
      "allCounted": words.number(total.counted),
      "allInside": words.number(total.inside),
      "allOutside": words.number(total.outside),
      "reasons": total.reasons.map { reason -> Fields in
        ["reason": context.name(ofReason: reason.reason), "reasonCount": words.number(reason.count)]
      },
      "decided": analysis.decisions.map { DecisionSection(context: context, report: $0).fields },
      "hasReasons": !total.setAside.isEmpty,
    ]
  }

  private func file(_ index: Int) -> Fields {
    let response = analysis.digests[index]
    return [
      "file": ShownText.shortened(response.file), "sha256": response.sha256,
      "address": ReportContext.address(context.responsePaths[index]),
      "characters": words.number(response.account.characters),
    ]
  }
}
