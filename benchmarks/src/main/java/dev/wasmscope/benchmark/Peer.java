package dev.wasmscope.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * An engine that takes part, see {@code peer.PeerLoop} for what is said between it and the harness.
 *
 * @param name at the head of its column
 * @param what in words: which engine of which version, in which mode
 * @param before the words of its command before the kernel's file
 * @param after those behind it
 */
record Peer(String name, String what, List<String> before, List<String> after) {

  List<String> command(String kernel) {
    return Stream.of(before, List.of(kernel), after).flatMap(List::stream).toList();
  }
}
