package dev.wasmscope.wasm.text;

import dev.wasmscope.wasm.module.Names;

/** Parameters of a function, which are its first locals. */
final class FunctionParameters implements TypeUseParser.Parameters {

  private final ParseContext context;
  private final int function;
  private final NameScope locals;
  private int count;

  /** Begins the locals of {@code function} anew; −1 for a type that belongs to no function. */
  FunctionParameters(ParseContext context, int function) {
    this.context = context;
    this.function = function;
    locals = context.scopes().of(NameUse.Space.LOCAL);
    locals.restart(function);
  }

  @Override
  public boolean canBeNamed() {
    return true;
  }

  @Override
  public void add(TokenCursor cursor) {
    int index = count++;
    String id = locals.bind(cursor);
    if (function >= 0) {
      String name = NameAnnotation.orId(cursor, id);
      context.scopes().name(Names.NestedSpace.LOCAL, function, index, name);
    }
  }
}
