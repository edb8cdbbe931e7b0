package dev.wasmscope.engine.wasi.abi;

/** From where a seek counts. */
public enum Whence {
  SET,
  CURRENT,
  END;

  /** The origin with the given number; INVAL if there is none. */
  public static Whence of(int code) throws ErrnoException {
    return switch (code) {
      case 0 -> SET;
      case 1 -> CURRENT;
      case 2 -> END;
      default -> throw new ErrnoException(Errno.INVAL);
    };
  }
}
