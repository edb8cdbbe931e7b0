package dev.wasmscope.app.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.policy.DirectoryGrant.Access;
import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.runtime.ProgramExit;
import dev.wasmscope.engine.trap.TraceEntry;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.wasi.StandardStreams;
import dev.wasmscope.engine.wasi.Wasi;
import dev.wasmscope.engine.wasi.WasiConfiguration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every WASI sample prints and does exactly what the index says. */
class SampleCommandsTest {
  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> everyCommandGivesItsOutput() {
    return SampleIndex.load().samples().stream()
        .flatMap(
            sample ->
                sample.commands().stream()
                    .map(
                        command ->
                            dynamicTest(
                                sample.name() + " " + command.args(),
                                () -> check(sample, command))));
  }

  private void check(Sample sample, SampleCommand command) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    StandardStreams streams =
        new StandardStreams(new ByteArrayInputStream(content(command.stdin())), output, error);
    Permissions permissions =
        Permissions.deterministic(1).withDirectories(directories(sample, command));
    WasiConfiguration configuration =
        new WasiConfiguration(sample.name(), command.args(), permissions, streams);
    try (Wasi wasi = Wasi.open(configuration);
        SampleProgram program = SampleProgram.compiled(sample, wasi)) {
      command
          .trap()
          .ifPresentOrElse(
              wording -> checkTrap(program, wording, command.stack()),
              () -> assertEquals(command.exit().orElseThrow(), run(program)));
    }
    assertEquals(text(command.stdout()), output.toString(StandardCharsets.UTF_8));
    assertEquals(text(command.stderr()), error.toString(StandardCharsets.UTF_8));
  }

  private static int run(SampleProgram program) {
    try {
      program.call("_start", List.of());
      return 0;
    } catch (ProgramExit exit) {
      return exit.code();
    }
  }

  private static void checkTrap(SampleProgram program, String wording, List<String> stack) {
    Trap trap = assertThrows(Trap.class, () -> program.call("_start", List.of()));
    assertEquals(wording, trap.reason().wording());
    assertEquals(stack, trap.backtrace().stream().map(TraceEntry::function).toList());
  }

  private List<DirectoryGrant> directories(Sample sample, SampleCommand command)
      throws IOException {
    List<DirectoryGrant> grants = new ArrayList<>();
    for (SampleCommand.Directory directory : command.dirs()) {
      Path host =
          Files.createDirectories(
              temporary.resolve(sample.name() + grants.size()).resolve(directory.guest()));
      for (String file : directory.files()) {
        Files.write(host.resolve(Path.of(file).getFileName()), SampleIndex.bytes(file));
      }
      Access access = directory.write() ? Access.READ_WRITE : Access.READ;
      grants.add(new DirectoryGrant(host, directory.guest(), access));
    }
    return grants;
  }

  private static byte[] content(Optional<String> file) {
    return file.map(SampleIndex::bytes).orElse(new byte[0]);
  }

  private static String text(Optional<String> file) {
    return new String(content(file), StandardCharsets.UTF_8);
  }
}
