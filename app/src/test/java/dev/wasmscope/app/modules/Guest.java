package dev.wasmscope.app.modules;

import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.LaunchException;
import dev.wasmscope.app.program.LoadedModule;
import dev.wasmscope.app.program.ProgramOptions;
import dev.wasmscope.engine.debug.Outcome;
import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.policy.Permissions;
import dev.wasmscope.engine.wasi.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A module that is run as a WASI command.
 *
 * @param folder what it sees as {@code /}
 */
record Guest(LoadedModule module, Path folder) {

  private static final int PATIENCE_SECONDS = 120;

  /** A run did not do what it should; the message says what it did. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }

  /** Runs the command with a standard input and gives its standard output. */
  byte[] run(byte[] input, String... arguments) throws Failure {
    var output = new ByteArrayOutputStream();
    var error = new ByteArrayOutputStream();
    var streams = new StandardStreams(new ByteArrayInputStream(input), output, error);
    Outcome outcome = outcome(ProgramOptions.DEFAULT.with(List.of(arguments), grants(), streams));
    boolean fine =
        outcome instanceof Outcome.Returned
            || outcome instanceof Outcome.Exited(int code) && code == 0;
    if (!fine) {
      String said = error.toString(StandardCharsets.UTF_8).strip();
      throw new Failure(describe(outcome) + (said.isEmpty() ? "" : ": " + said));
    }
    return output.toByteArray();
  }

  /** As {@link #run}, with texts. */
  String runText(String input, String... arguments) throws Failure {
    byte[] output = run(input.getBytes(StandardCharsets.UTF_8), arguments);
    return new String(output, StandardCharsets.UTF_8);
  }

  private Permissions grants() {
    var root = new DirectoryGrant(folder, "/", DirectoryGrant.Access.READ_WRITE);
    return Permissions.standard().withDirectories(List.of(root));
  }

  private Outcome outcome(ProgramOptions options) throws Failure {
    try (Launch launch = Launch.of(module, options);
        var timer = Executors.newSingleThreadScheduledExecutor()) {
      var end =
          timer.schedule(
              launch.engine().mainThread()::terminate, PATIENCE_SECONDS, TimeUnit.SECONDS);
      Outcome outcome = launch.run();
      end.cancel(false);
      return outcome;
    } catch (LaunchException | IOException e) {
      throw new Failure(e.getMessage());
    }
  }

  /** An outcome in a few words. */
  static String describe(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned _ -> "returned";
      case Outcome.Exited(int status) -> "status " + status;
      case Outcome.Trapped trapped -> "trapped: " + trapped.message();
      case Outcome.Uncaught(String message, _) -> "uncaught: " + message;
      case Outcome.Terminated _ -> "not done after " + PATIENCE_SECONDS + " s";
      case Outcome.Failed(String message) -> message;
    };
  }
}
