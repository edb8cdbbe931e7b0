package dev.wasmscope.engine.breakpoint;

/** The word that says which fields an entry has. */
enum Kind {
  PLACE("place"),
  SOURCE("source"),
  FUNCTION("function"),
  DATA("data"),
  EVENT("event");

  private final String keyword;

  Kind(String keyword) {
    this.keyword = keyword;
  }

  String keyword() {
    return keyword;
  }

  static Kind of(Target target) {
    return switch (target) {
      case Target.AtPlace _ -> PLACE;
      case Target.AtSource _ -> SOURCE;
      case Target.AtFunction _ -> FUNCTION;
      case Target.OnMemory _, Target.OnGlobal _ -> DATA;
      case Target.OnEvent _ -> EVENT;
    };
  }
}
