package dev.wasmscope.wasm.type;

/**
 * Memory types (§2.3.12); limits in pages.
 *
 * @param shared whether threads share it (threads proposal)
 * @param pageSizeLog2 binary logarithm of the page size: 16, or 0 (custom page sizes proposal)
 */
public record MemoryType(AddressType address, Limits limits, boolean shared, int pageSizeLog2)
    implements ExternType {

  /** The page size of every memory that does not say otherwise: 64 KiB. */
  public static final int DEFAULT_PAGE_SIZE_LOG2 = 16;

  /** A 32-bit, unshared memory with pages of 64 KiB. */
  public static MemoryType of(Limits limits) {
    return new MemoryType(AddressType.I32, limits, false, DEFAULT_PAGE_SIZE_LOG2);
  }
}
