package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.policy.Permissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program is started with.
 *
 * @param program its name, which it sees as its first argument
 * @param args the other arguments
 * @param permissions what it is granted
 * @param streams its standard streams
 */
public record WasiConfiguration(
    String program, List<String> args, Permissions permissions, StandardStreams streams) {

  /** Copies the arguments; a zero byte, which would end an argument early, is refused. */
  public WasiConfiguration {
    args = List.copyOf(args);
    for (String arg : args) {
      if (arg.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("an argument must not hold a zero byte");
      }
    }
  }

  /** The program's name and the other arguments. */
  List<String> allArgs() {
    List<String> all = new ArrayList<>(args.size() + 1);
    all.add(program);
    all.addAll(args);
    return all;
  }
}
