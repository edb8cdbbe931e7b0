package dev.wasmscope.engine.jit;

import dev.wasmscope.engine.probe.Inline;
import java.lang.classfile.Label;
import java.util.List;

/** A block of the code being translated. */
final class JitBlock {

  /** Whether it is never executed. */
  final boolean dead;

  /** Where branches to it go; null for the function itself where that is one Java method. */
  final Label target;

  /** By which it is known to the other methods of the function; 0 if it is not. */
  int number;

  /** What a branch to it brings. */
  final List<Kind> brought;

  /** What it leaves. */
  final List<Kind> results;

  /** The operands below its parameters. */
  final List<Operand> below;

  /** Its parameters, for {@code else}. */
  final List<Kind> params;

  final boolean loop;

  /**
   * The place where who branches back asks for wishes; −1 if that is done where the loop starts.
   */
  int poll = -1;

  /** How it is executed in strips; null if it is not. */
  StripEmitter.Running strip;

  /** Where {@code else} starts, as long as none has come; else null. */
  Label otherwise;

  /** What counts the branches to it: its end is an instruction with probes. */
  List<Inline> counted = List.of();

  /** How exceptions in it are caught; null if none are. */
  Protection protection;

  JitBlock(
      boolean dead,
      boolean loop,
      Label target,
      List<Kind> params,
      List<Kind> results,
      List<Operand> below) {
    this.dead = dead;
    this.loop = loop;
    this.target = target;
    this.params = params;
    this.brought = loop ? params : results;
    this.results = results;
    this.below = below;
  }
}
