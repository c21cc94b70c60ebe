import PejlHistory
import Testing

@Suite struct TimelineTests {
  private let bus = "Busruten til hallen bør komme tilbage, for mange unge bruger den hver eneste aften."

  @Test("a body is followed through the rounds, and what it asks again is told with the place where it stood before")
  func bodies() throws {
    let first = try Run.snapshot([
      ("a", "raad", [.init(text: bus, codes: ["1.1"], stance: "forslag")]), ("b", "unknown-1", []),
    ])
    let second = try Run.snapshot([
      (
        "x", "raad",
        [
          .init(text: bus.replacing("unge", with: "ældre"), codes: ["1.2"], stance: "forslag"),
          .init(text: "Der mangler lys på stien bag skolen om vinteren.", codes: [], stance: "forslag"),
          .init(text: "Tak for et godt samarbejde gennem hele forløbet.", codes: [], stance: "støtte"),
        ]
      ),
      ("y", "omu", []),
    ])
    let timeline = Timeline([first, second], asking: ["forslag"])
    #expect(timeline.bodies.map(\.name) == ["raad", "unknown-1", "omu"])
    let body = try #require(timeline.bodies.first)
    #expect(body.parts.map(\.passages) == [1, 3] && body.parts.map(\.codes) == [["1.1"], ["1.2"]])
    #expect(body.asks.map(\.round) == [0, 1, 1])
    #expect(body.asks.map { $0.repeated?.round } == [nil, 0, nil])
    #expect(timeline.bodies[2].parts.map(\.hasAnswered) == [false, true])
    #expect(timeline.lines.map { $0.rounds.map { $0?.parties } } == [[1, 1], [1, 0], [0, 1]])
  }
}
