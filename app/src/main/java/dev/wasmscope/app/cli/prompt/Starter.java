package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.app.program.Launch;
import dev.wasmscope.app.program.LaunchException;

/** Makes the program ready for one more run. */
@FunctionalInterface
public interface Starter {

  Launch launch() throws LaunchException;
}
