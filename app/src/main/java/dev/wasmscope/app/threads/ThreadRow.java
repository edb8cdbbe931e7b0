package dev.wasmscope.app.threads;

/**
 * A thread as it is shown.
 *
 * @param id its number
 * @param name what people call it
 * @param status what it does, in words
 * @param function its innermost function; empty where it has none
 * @param kind how to show it
 */
record ThreadRow(int id, String name, String status, String function, Kind kind) {

  enum Kind {
    /** Its frames are looked at. */
    SHOWN,
    /** It waits for a notification, or for the host. */
    BLOCKED,
    /** It would run if the program did. */
    HELD,
    /** There is nothing to be seen of it. */
    EMPTY
  }
}
