package dev.wasmscope.app.samples;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run of a WASI program and what it must give. Paths are relative to the index; an absent
 * stream is empty.
 *
 * @param args the arguments behind the program's name
 * @param stdin the file to read as standard input
 * @param stdout the file that holds the expected standard output
 * @param stderr the file that holds the expected standard error
 * @param dirs the directories it is granted
 * @param exit the expected exit code, unless it traps
 * @param trap the specification's wording of the trap it ends in
 * @param stack the names of the functions on the stack at the trap, innermost first
 */
public record SampleCommand(
    List<String> args,
    Optional<String> stdin,
    Optional<String> stdout,
    Optional<String> stderr,
    List<Directory> dirs,
    OptionalInt exit,
    Optional<String> trap,
    List<String> stack) {

  /** Absent lists are empty. */
  public SampleCommand {
    args = Sample.listOf(args);
    dirs = Sample.listOf(dirs);
    stack = Sample.listOf(stack);
  }

  /**
   * A directory that the program is granted.
   *
   * @param guest its name for the program
   * @param files the files in it
   * @param write whether the program may change it
   */
  public record Directory(String guest, List<String> files, boolean write) {}
}
