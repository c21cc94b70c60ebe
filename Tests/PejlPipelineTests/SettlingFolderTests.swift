import Foundation
import Testing

@testable import PejlPipeline

@Suite struct SettlingFolderTests {
  @Test("a run waits until nothing has changed for a while, and starts once for what it finds")
  func settles() throws {
    let hearing = try ChangingHearing(seed: 1)
    var folder = SettlingFolder(rest: 10)
    var now = try FolderSnapshot(hearing.path)
    var isReady = folder.isReady(now, now: 0)
    #expect(!isReady)
    isReady = folder.isReady(now, now: 9)
    #expect(!isReady)
    isReady = folder.isReady(now, now: 10)
    #expect(isReady)
    folder.ran(over: now)
    isReady = folder.isReady(now, now: 30)
    #expect(!isReady)
    try hearing.write("Et", "responses/half.txt")
    now = try FolderSnapshot(hearing.path)
    isReady = folder.isReady(now, now: 40)
    #expect(!isReady)
    try hearing.write("Et helt svar.", "responses/half.txt")
    now = try FolderSnapshot(hearing.path)
    isReady = folder.isReady(now, now: 50)
    #expect(!isReady)
    isReady = folder.isReady(now, now: 60)
    #expect(isReady)
  }

  @Test("reports and what is kept between runs are no change, a file of the codebook is one")
  func ownFiles() async throws {
    let hearing = try ChangingHearing(seed: 2)
    let before = try FolderSnapshot(hearing.path)
    _ = try await hearing.run()
    #expect(try FolderSnapshot(hearing.path) == before)
    try hearing.write("x", "decisions.xml")
    #expect(try FolderSnapshot(hearing.path) != before)
  }

  @Test("a folder that cannot be looked at is waited for")
  func missing() {
    var folder = SettlingFolder(rest: 0)
    let isReady = folder.isReady(nil, now: 5)
    #expect(!isReady)
  }

  @Test("the unit names program and folders so that systemd reads them as they are")
  func unit() {
    let text = WatchUnit.text(program: "/usr/bin/pejl", folder: "/srv/a b%", output: "/srv/\"r\"")
    #expect(text.contains("ExecStart=\"/usr/bin/pejl\" watch \"/srv/a b%%\" --output \"/srv/\\\"r\\\"\"\n"))
  }
}
