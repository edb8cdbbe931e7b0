package dev.wasmscope.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times of kernels as multiples of a reference's.
 *
 * @param peers in the order of the columns; the first is the reference
 * @param results of every kernel, in order, what came of every peer
 */
record KernelReport(List<Peer> peers, Map<Kernel, Map<Peer, Result>> results) {

  /** Groups that need no more than the first version of the standard. */
  private static final Set<String> BASIC =
      Set.of("float", "hash", "bytes", "calls", "indirect", "i64", "switch", "memory", "scalar");

  private static final String VECTORS = "simd";
  private static final String TWINS = "scalar";

  String markdown() {
    return Stream.of(summary(), table(), vectors(), failures())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private Peer reference() {
    return peers.getFirst();
  }

  private List<Peer> others() {
    return peers.subList(1, peers.size());
  }

  /** Geometric means of groups, and each peer's worst kernel. */
  private String summary() {
    if (others().isEmpty()) {
      return "";
    }
    MarkdownTable table = new MarkdownTable(header("geometric mean", others()));
    List<String> groups = results.keySet().stream().map(Kernel::group).distinct().toList();
    for (String group : groups) {
      table.add(means(group, kernel -> kernel.group().equals(group)));
    }
    table.add(means("basic groups", kernel -> BASIC.contains(kernel.group())));
    table.add(means("all", _ -> true));
    table.add(row("worst", others(), this::worst));
    return table.toString();
  }

  private List<String> means(String title, Predicate<Kernel> which) {
    return row(title, others(), peer -> Ratio.text(Statistics.geometricMean(ratios(peer, which))));
  }

  private List<Double> ratios(Peer peer, Predicate<Kernel> which) {
    return results.keySet().stream()
        .filter(which)
        .flatMap(kernel -> ratio(kernel, peer).stream())
        .toList();
  }

  /** The best time of {@code peer} as a multiple of the reference's, if both have one. */
  Optional<Double> ratio(Kernel kernel, Peer peer) {
    return time(kernel, peer).flatMap(own -> time(kernel, reference()).map(other -> own / other));
  }

  private Optional<Double> time(Kernel kernel, Peer peer) {
    return results.get(kernel).get(peer) instanceof Result.Measured measured
        ? Optional.of(measured.best())
        : Optional.empty();
  }

  private String worst(Peer peer) {
    return results.keySet().stream()
        .filter(kernel -> ratio(kernel, peer).isPresent())
        .max(Comparator.comparing(kernel -> ratio(kernel, peer).orElseThrow()))
        .map(kernel -> kernel.name() + " " + Ratio.text(ratio(kernel, peer).orElseThrow()))
        .orElse("");
  }

  private String table() {
    List<String> header = header("kernel", peers);
    header.set(1, header.get(1) + " ms");
    MarkdownTable table = new MarkdownTable(header);
    for (Kernel kernel : results.keySet()) {
      table.add(row(kernel.toString(), peers, peer -> cell(kernel, peer)));
    }
    return table.toString();
  }

  private String cell(Kernel kernel, Peer peer) {
    Result reference = results.get(kernel).get(reference());
    if (!(results.get(kernel).get(peer) instanceof Result.Measured own)) {
      return "failed";
    }
    if (peer.equals(reference()) || !(reference instanceof Result.Measured other)) {
      return "%.1f (%.1f)".formatted(own.best(), own.median());
    }
    return Ratio.text(own.best() / other.best())
        + " ("
        + Ratio.text(own.median() / other.median())
        + ")";
  }

  /** How much faster kernels with vectors are than the same without, by every peer. */
  private String vectors() {
    Map<String, List<Kernel>> twins = new TreeMap<>();
    results.keySet().stream()
        .filter(kernel -> Set.of(VECTORS, TWINS).contains(kernel.group()))
        .forEach(
            kernel -> twins.computeIfAbsent(kernel.name(), _ -> new ArrayList<>()).add(kernel));
    twins.values().removeIf(pair -> pair.size() != 2);
    if (twins.isEmpty()) {
      return "";
    }
    MarkdownTable table = new MarkdownTable(header("vectors over scalars", peers));
    twins.forEach(
        (name, pair) ->
            table.add(
                row(name, peers, peer -> gain(pair, peer).map(KernelReport::faster).orElse(""))));
    return table.toString();
  }

  private Optional<Double> gain(List<Kernel> pair, Peer peer) {
    Kernel first = pair.getFirst();
    Kernel vectors = first.group().equals(VECTORS) ? first : pair.getLast();
    Kernel scalars = first.group().equals(VECTORS) ? pair.getLast() : first;
    return time(scalars, peer).flatMap(slow -> time(vectors, peer).map(fast -> slow / fast));
  }

  private static String faster(double gain) {
    return Ratio.text(gain) + " × faster";
  }

  private String failures() {
    StringBuilder lines = new StringBuilder();
    results.forEach(
        (kernel, byPeer) ->
            byPeer.forEach(
                (peer, result) -> {
                  if (result instanceof Result.Failed(String why)) {
                    lines.append("- %s, %s: %s\n".formatted(kernel, peer.name(), why));
                  }
                }));
    return lines.isEmpty() ? "" : "Not measured:\n\n" + lines;
  }

  private static List<String> header(String title, List<Peer> columns) {
    return row(title, columns, Peer::name);
  }

  private static List<String> row(String title, List<Peer> columns, Function<Peer, String> cell) {
    return new ArrayList<>(Stream.concat(Stream.of(title), columns.stream().map(cell)).toList());
  }
}
