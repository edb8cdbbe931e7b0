package dev.wasmscope.engine.jit;

import java.lang.classfile.CodeBuilder;
import java.util.List;

/** Variables of a method that is a part of a function, whose values have {@link Homes}. */
abstract class HomeVariables extends Variables {

  private final Homes homes;
  private final Homes.Moves moves;

  HomeVariables(CodeBuilder code, Homes homes, Homes.Moves moves) {
    super(code, moves.vectors());
    this.homes = homes;
    this.moves = moves;
  }

  /** What moves values from and to their homes. */
  final Homes.Moves moves() {
    return moves;
  }

  /** The variable of a kind with a number. */
  abstract Variable variable(Kind kind, int number);

  @Override
  public final int locals() {
    return homes.locals();
  }

  @Override
  final Variable local(int local) {
    return variable(homes.localKind(local), local);
  }

  @Override
  final Variable keep() {
    throw new IllegalStateException("a function with try is not split");
  }

  @Override
  public final List<Integer> kept() {
    return homes.kept();
  }

  @Override
  final Variable slot(int height, Kind kind) {
    return variable(kind, slotNumber(height, kind));
  }

  @Override
  public final int slotNumber(int height, Kind kind) {
    return homes.slotNumber(height, kind);
  }
}
