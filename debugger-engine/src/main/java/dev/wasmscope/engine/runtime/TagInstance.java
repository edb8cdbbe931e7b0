package dev.wasmscope.engine.runtime;

import dev.wasmscope.wasm.module.ExternKind;
import dev.wasmscope.wasm.type.ExternType;
import dev.wasmscope.wasm.type.FuncType;
import dev.wasmscope.wasm.type.TagType;

/** A tag at run time (§4.2.10); each is a different one, whatever its type. */
public final class TagInstance implements Extern {

  private final String name;
  private final int typeNumber;
  private final FuncType type;

  /**
   * A new tag.
   *
   * @param name what users call it
   * @param typeNumber its type among the store's canonical types
   */
  public TagInstance(Store store, String name, int typeNumber) {
    this.name = name;
    this.typeNumber = typeNumber;
    this.type = store.types().func(typeNumber);
  }

  /** What users call it. */
  public String name() {
    return name;
  }

  /** Its parameters are what an exception carries. */
  public FuncType type() {
    return type;
  }

  @Override
  public ExternKind kind() {
    return ExternKind.TAG;
  }

  @Override
  public ExternType externType() {
    return new TagType(typeNumber);
  }

  @Override
  public String toString() {
    return name;
  }
}
