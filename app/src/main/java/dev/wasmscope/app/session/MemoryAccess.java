package dev.wasmscope.app.session;

import java.util.Optional;

/**
 * The linear memories of a program. Reading is allowed at any time (and racy while it runs);
 * writing while it is halted.
 */
public interface MemoryAccess {
  /** No memories. */
  MemoryAccess NONE =
      new MemoryAccess() {
        @Override
        public int count() {
          return 0;
        }

        @Override
        public long size(int memory) {
          return 0;
        }

        @Override
        public int read(int memory, long address, byte[] into) {
          return 0;
        }

        @Override
        public boolean write(int memory, long address, byte[] bytes) {
          return false;
        }
      };

  /**
   * What {@code memory} held before the program ran: zeros, and what segments of data put there.
   *
   * @param length from address 0 on
   * @return that many bytes; empty when it is not known
   */
  default Optional<byte[]> initial(int memory, int length) {
    return Optional.empty();
  }

  /** How many memories there are. */
  int count();

  /** The size of {@code memory} in bytes now. */
  long size(int memory);

  /** Fills {@code into} from {@code address} on; the number of bytes that exist there. */
  int read(int memory, long address, byte[] into);

  /** Writes {@code bytes} at {@code address}; false when that is not possible now. */
  boolean write(int memory, long address, byte[] bytes);
}
