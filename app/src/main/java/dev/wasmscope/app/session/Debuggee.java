package dev.wasmscope.app.session;

import dev.wasmscope.wasm.module.Place;
import java.util.List;
import java.util.Optional;

/** A program that was launched. All methods return at once and may be called on any thread. */
public interface Debuggee {
  /** How far to go. */
  enum Step {
    INTO,
    OVER,
    OUT
  }

  /** What is written into a halted program. */
  enum Target {
    LOCAL,
    OPERAND,
    GLOBAL
  }

  /** Begins to run. */
  void start();

  /** Goes on. */
  void resume();

  /** Stops as soon as possible. */
  void pause();

  /** Goes on by a step. */
  void step(Step step);

  /** Goes on until {@code place}. */
  void runTo(Place place);

  /** Ends the program. */
  void terminate();

  /** Replaces the breakpoints; gives them back with the problems of those that cannot be placed. */
  List<Breakpoint> setBreakpoints(List<Breakpoint> breakpoints);

  /**
   * Writes a value while halted.
   *
   * @param frame innermost 0; not used for globals
   * @param index of the local or global; of the operand, top 0
   * @param text a literal in WAT's notation, or an expression
   * @return why it was refused; empty when it was written
   */
  Optional<String> write(Target target, int frame, int index, String text);

  /** Writes a member of an object of the halted program, as {@link #write} does. */
  Optional<String> writeMember(Variable owner, Variable member, int frame, String text);

  /**
   * Members of an object of the halted program; none while it does not stand.
   *
   * @param frame whose module names types and fields
   */
  List<Variable> members(Variable owner, int frame, int from, int count);

  /** Looks at another thread while halted; why that was refused, empty when it was not. */
  Optional<String> selectThread(int id);

  /** The halt as it is now, after writing or looking at another thread. */
  Optional<Halt> snapshot();

  /** Its memories. */
  MemoryAccess memory();

  /** The way between code and text. */
  SourceLines source();

  /** Gives text to standard input. */
  void stdin(String text);

  /** Ends standard input behind what was given. */
  void endOfInput();
}
