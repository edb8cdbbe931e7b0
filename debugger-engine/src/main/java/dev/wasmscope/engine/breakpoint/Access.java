package dev.wasmscope.engine.breakpoint;

/** Which accesses a data breakpoint stops at; the words of the Debug Adapter Protocol. */
public enum Access {
  READ("read"),
  WRITE("write"),
  READ_WRITE("readWrite");

  private final String keyword;

  Access(String keyword) {
    this.keyword = keyword;
  }

  /** The word in the file. */
  public String keyword() {
    return keyword;
  }

  /** Whether reading counts. */
  public boolean reads() {
    return this != WRITE;
  }

  /** Whether writing counts. */
  public boolean writes() {
    return this != READ;
  }

  /** Whether the two have reading or writing in common. */
  public boolean meets(Access that) {
    return (reads() && that.reads()) || (writes() && that.writes());
  }
}
