package dev.wasmscope.app.settings;

import java.util.List;
import java.util.Map;

/**
 * How a file is run; remembered per file.
 *
 * @param entry the export to call; empty means "the file's natural entry" ({@code _start}, or the
 *     first exported function)
 * @param arguments the export's arguments in WAT's notation, one per parameter
 * @param programArguments the program's own arguments (WASI {@code argv} without the program name)
 * @param directories granted folders, each {@code HOST::GUEST}
 * @param environment environment variables the program sees
 * @param stdin text given to standard input before the program asks
 * @param links modules that serve the imports from a name, each {@code NAME=FILE}
 * @param stubImports whether functions that nobody provides answer zero or null
 * @param stopAtEntry whether debugging stops at the entry's first instruction
 */
public record RunConfiguration(
    String entry,
    List<String> arguments,
    List<String> programArguments,
    List<String> directories,
    Map<String, String> environment,
    String stdin,
    List<String> links,
    boolean stubImports,
    boolean stopAtEntry) {

  /** Runs the natural entry with nothing granted. */
  public static final RunConfiguration DEFAULT =
      new RunConfiguration(
          "", List.of(), List.of(), List.of(), Map.of(), "", List.of(), false, false);

  /** Replaces missing parts by empty ones and copies the rest. */
  public RunConfiguration {
    entry = entry == null ? "" : entry;
    arguments = arguments == null ? List.of() : List.copyOf(arguments);
    programArguments = programArguments == null ? List.of() : List.copyOf(programArguments);
    directories = directories == null ? List.of() : List.copyOf(directories);
    environment = environment == null ? Map.of() : Map.copyOf(environment);
    stdin = stdin == null ? "" : stdin;
    links = links == null ? List.of() : List.copyOf(links);
  }

  /** This configuration calling {@code newEntry} with {@code newArguments}. */
  public RunConfiguration calling(String newEntry, List<String> newArguments) {
    return new RunConfiguration(
        newEntry,
        newArguments,
        programArguments,
        directories,
        environment,
        stdin,
        links,
        stubImports,
        stopAtEntry);
  }

  /** This configuration stopping at the entry's first instruction. */
  public RunConfiguration stoppingAtEntry() {
    return new RunConfiguration(
        entry,
        arguments,
        programArguments,
        directories,
        environment,
        stdin,
        links,
        stubImports,
        true);
  }
}
