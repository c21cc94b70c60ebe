import Glibc
import PejlText
import Testing

@testable import PejlIngest

@Suite struct ToolRunnerTests {
  private func failure(_ tool: String, _ arguments: [String], seconds: Double = 20, bytes: Int = 1 << 20) async throws
    -> String?
  {
    var limits = ReadingLimits()
    limits.toolSeconds = seconds
    limits.toolOutputBytes = bytes
    let folder = try TemporaryFolder()
    do {
      let outcome = try await ToolRunner(limits: limits, folder: folder.path).run(tool, arguments)
      return outcome.code.map(String.init)
    } catch let error as InvalidInput {
      return error.diagnostics.first?.code
    }
  }

  @Test("a tool that hangs is ended, with the processes that it started", .timeLimit(.minutes(40)))
  func hangs() async throws {
    let clock = ContinuousClock()
    let folder = try TemporaryFolder()
    let pidFile = folder.path + "/pid"
    let start = clock.now
    let script = "sleep 3000 & echo $! > \(pidFile); wait"
    #expect(try await failure("sh", ["-c", script], seconds: 1) == "ingest.tool-timeout")
    // Well before the sleep would end by itself, although this test may wait until all others are through.
    #expect(clock.now - start < .seconds(2000))
    let pid = try FileBytes.read(path: pidFile, limit: 100).filter { $0 >= 0x30 }
    let number = try #require(pid_t(String(decoding: pid, as: UTF8.self)))
    var tries = 0
    while kill(number, 0) == 0, tries < 100, !isZombie(number) {
      try await Task.sleep(for: .milliseconds(50))
      tries += 1
    }
    #expect(kill(number, 0) != 0 || isZombie(number))
  }

  @Test("what a tool leaves running when it ends goes with it")
  func orphans() async throws {
    let folder = try TemporaryFolder()
    let pidFile = folder.path + "/pid"
    #expect(try await failure("sh", ["-c", "sleep 300 >/dev/null 2>&1 & echo $! > \(pidFile)"]) == "0")
    let pid = try FileBytes.read(path: pidFile, limit: 100).filter { $0 >= 0x30 }
    let number = try #require(pid_t(String(decoding: pid, as: UTF8.self)))
    var tries = 0
    while kill(number, 0) == 0, tries < 100, !isZombie(number) {
      try await Task.sleep(for: .milliseconds(50))
      tries += 1
    }
    #expect(kill(number, 0) != 0 || isZombie(number))
  }

  @Test("a tool has bounded memory, processor time, files and file sizes, and no network where the system allows that")
  func bounds() async throws {
    let folder = try TemporaryFolder()
    let runner = ToolRunner(limits: .init(), folder: folder.path)
    let limits = try await runner.run("sh", ["-c", "ulimit -v; ulimit -t; ulimit -f; ulimit -n; ulimit -c"])
    #expect(
      String(decoding: limits.output, as: UTF8.self).split(separator: "\n") == ["2097152", "61", "131072", "64", "0"])
    let isApart = await !ToolIsolation.current.value.isEmpty
    let routes = try await runner.run("sh", ["-c", "cat /proc/net/dev | grep -c :"])
    if isApart { #expect(String(decoding: routes.output, as: UTF8.self) == "1\n", "only the loopback, which is down") }
    #expect(try await runner.run("sh", ["-c", "head -c 100000000 /dev/zero > big"]).code != 0)
  }

  private func isZombie(_ number: pid_t) -> Bool {
    let status = (try? FileBytes.read(path: "/proc/\(number)/stat", limit: 4096)) ?? []
    return String(decoding: status, as: UTF8.self).contains(") Z ")
  }

  @Test("a tool that is missing, or writes without end, is refused by name")
  func misbehaves() async throws {
    #expect(try await failure("pejl-no-such-tool", []) == "ingest.tool-missing")
    #expect(try await failure("yes", [], bytes: 1000) == "ingest.too-large")
    #expect(try await failure("sh", ["-c", "exit 3"]) == "3")
  }

  @Test("a tool sees a clean environment, and its folder is gone afterwards")
  func environment() async throws {
    let path: String
    do {
      let folder = try TemporaryFolder()
      path = folder.path
      _ = try folder.write([1], as: "a")
      let outcome = try await ToolRunner(limits: .init(), folder: folder.path).run("env", [])
      let names = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map { $0.prefix { $0 != "=" } }
      #expect(Set(names).isSubset(of: ["PATH", "LC_ALL", "HOME", "PWD", "OLDPWD", "OMP_THREAD_LIMIT"]))
    }
    #expect(access(path, F_OK) != 0)
  }
}
