package dev.wasmscope.benchmark.peer;

import dev.wasmscope.wasm.binary.BinaryReader;
import dev.wasmscope.wasm.binary.BinaryWriter;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WABT's interpreter: {@code WabtPeer KERNEL.wasm}. It executes exports that take nothing, so each
 * execution is a process that gets a module with the number in it.
 */
public final class WabtPeer {

  /** What must be on the path. */
  public static final String COMMAND = "wasm-interp";

  private static final double NANOS = 1e6;
  private static final Pattern RESULT = Pattern.compile("=> i64:(\\d+)");

  private final Module kernel;
  private final Path file;

  private WabtPeer(Module kernel, Path file) {
    this.kernel = kernel;
    this.file = file;
  }

  public static void main(String[] args) throws IOException {
    Module kernel =
        BinaryReader.read(Files.readAllBytes(Path.of(args[0])), FeatureSet.ALL).module();
    Path file = Files.createTempFile("kernel", ".wasm");
    file.toFile().deleteOnExit();
    PeerLoop.serve(new WabtPeer(kernel, file)::run);
  }

  private PeerLoop.Execution run(int n) throws IOException {
    Files.write(file, BinaryWriter.write(FixedRun.of(kernel, n)));
    ShellCommand.Run run =
        new ShellCommand(COMMAND + " --enable-all --run-all-exports '" + file + "' 2>&1").run();
    Matcher result = RESULT.matcher(run.output());
    if (!result.find()) {
      throw new IOException("error: " + run.output().lines().findFirst().orElse("no output"));
    }
    return new PeerLoop.Execution(
        Double.longBitsToDouble(Long.parseUnsignedLong(result.group(1))),
        (long) (run.wall() * NANOS),
        (long) (run.cpu() * NANOS));
  }
}
