package dev.wasmscope.engine.wasi;

import dev.wasmscope.engine.policy.RandomGrant;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import java.security.SecureRandom;
import java.util.Random;

/** Where a program's random numbers come from. */
@FunctionalInterface
interface RandomSource {

  /** Fills the array. */
  void fill(byte[] bytes) throws ErrnoException;

  /** The source for a grant. */
  static RandomSource of(RandomGrant grant) {
    return switch (grant) {
      case RandomGrant.Denied _ ->
          _ -> {
            throw new ErrnoException(Errno.NOTCAPABLE);
          };
      // Made when it is needed: finding its provider takes longer than starting a small program.
      case RandomGrant.Host _ -> bytes -> new SecureRandom().nextBytes(bytes);
      // Its algorithm is part of its specification, so a seed gives the same numbers everywhere.
      case RandomGrant.Seeded seeded -> new Random(seeded.seed())::nextBytes;
    };
  }
}
