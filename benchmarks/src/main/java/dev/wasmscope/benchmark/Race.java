package dev.wasmscope.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Peers at the same kernel at the same time: all are warmed up, then they take turns, each round on
 * one processor, so that other work on the machine disturbs all alike.
 *
 * @param processors that the rounds take turns on
 * @param rounds measured executions of each peer
 * @param warmUp the processor time that each peer uses before anything is measured, at least for
 *     two executions
 * @param limit the longest that one execution may take
 */
record Race(Processors processors, int rounds, Duration warmUp, Duration limit) {

  private static final int LEAST_WARM_UPS = 2;

  /** What came of each peer, in their order; the first says which result is right. */
  Map<Peer, Result> run(Kernel kernel, Path module, List<Peer> peers) {
    Map<Peer, Result> results = new LinkedHashMap<>();
    Map<Peer, PeerProcess> running = new LinkedHashMap<>();
    Map<Peer, List<Sample>> samples = new LinkedHashMap<>();
    try {
      for (Peer peer : peers) {
        results.put(peer, new Result.Failed("not started"));
        attempt(peer, running, results, () -> running.put(peer, warmedUp(peer, kernel, module)));
      }
      for (int round = 0; round < rounds; round++) {
        for (Peer peer : List.copyOf(running.keySet())) {
          List<Sample> own = samples.computeIfAbsent(peer, _ -> new ArrayList<>());
          PeerProcess process = running.get(peer);
          int turn = round;
          attempt(
              peer,
              running,
              results,
              () -> {
                process.confine(processors, turn);
                own.add(process.run(kernel.n()));
              });
        }
      }
      running.keySet().forEach(peer -> results.put(peer, Result.of(samples.get(peer))));
      Result reference = results.get(peers.getFirst());
      results.replaceAll((_, result) -> result.comparedTo(reference));
    } finally {
      running.values().forEach(Race::close);
    }
    return results;
  }

  private PeerProcess warmedUp(Peer peer, Kernel kernel, Path module) throws IOException {
    PeerProcess process = new PeerProcess(peer.command(module.toString()), limit);
    try {
      double used = 0;
      for (int i = 0; i < LEAST_WARM_UPS || used < warmUp.toMillis(); i++) {
        used += process.run(kernel.n()).cpu();
      }
    } catch (IOException e) {
      close(process);
      throw e;
    }
    return process;
  }

  private static void attempt(
      Peer peer, Map<Peer, PeerProcess> running, Map<Peer, Result> results, Action action) {
    try {
      action.run();
    } catch (IOException e) {
      results.put(peer, new Result.Failed(e.getMessage()));
      PeerProcess process = running.remove(peer);
      if (process != null) {
        close(process);
      }
    }
  }

  private static void close(PeerProcess process) {
    try {
      process.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Action {
    void run() throws IOException;
  }
}
