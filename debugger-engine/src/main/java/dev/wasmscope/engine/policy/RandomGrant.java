package dev.wasmscope.engine.policy;

/** Which random numbers a program gets. */
public sealed interface RandomGrant {

  /** None. */
  record Denied() implements RandomGrant {}

  /** The host's secure random numbers. */
  record Host() implements RandomGrant {}

  /**
   * Numbers that are the same in every run; not secure.
   *
   * @param seed what they are made from
   */
  record Seeded(long seed) implements RandomGrant {}
}
