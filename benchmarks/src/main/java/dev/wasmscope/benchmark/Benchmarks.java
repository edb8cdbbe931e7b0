package dev.wasmscope.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Races kernels between this engine and its peers. */
@Command(
    name = "benchmarks.sh kernels",
    mixinStandardHelpOptions = true,
    description = "Times kernels beside other engines and prints the ratios of processor time.")
final class Benchmarks implements Callable<Integer> {

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "NAME",
      description = "Only these engines; the first that is left is the reference.")
  private List<String> wantedPeers = List.of();

  @Option(names = "--rounds", description = "Measured executions (default ${DEFAULT-VALUE}).")
  private int rounds = 40;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description = "Processor time to warm up each (default ${DEFAULT-VALUE}).")
  private double warmUp = 2;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "The longest that one execution may take (default ${DEFAULT-VALUE}).")
  private int limit = 60;

  @Parameters(paramLabel = "KERNEL", description = "Only these kernels or groups of them.")
  private List<String> wantedKernels = List.of();

  private Benchmarks() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Path work = Files.createTempDirectory("benchmarks");
    Peers all = Peers.find(work);
    List<Peer> peers = all.found().stream().filter(this::isWanted).toList();
    List<Kernel> kernels = Kernel.all().stream().filter(this::isWanted).toList();
    if (peers.isEmpty() || kernels.isEmpty()) {
      System.err.println("There is no such peer or kernel; peers: " + names(all.found()));
      return CommandLine.ExitCode.USAGE;
    }
    KernelReport report = new KernelReport(peers, raced(kernels, peers, work));
    peers.forEach(peer -> System.out.printf("- %s: %s%n", peer.name(), peer.what()));
    all.missing().forEach(missing -> System.out.println("- missing: " + missing));
    System.out.println();
    System.out.print(report.markdown());
    return CommandLine.ExitCode.OK;
  }

  private boolean isWanted(Peer peer) {
    return wantedPeers.isEmpty() || wantedPeers.contains(peer.name());
  }

  private boolean isWanted(Kernel kernel) {
    return wantedKernels.isEmpty() || wantedKernels.stream().anyMatch(kernel::answersTo);
  }

  private static List<String> names(List<Peer> peers) {
    return peers.stream().map(Peer::name).toList();
  }

  private Map<Kernel, Map<Peer, Result>> raced(List<Kernel> kernels, List<Peer> peers, Path work)
      throws IOException {
    Duration warmingUp = Duration.ofMillis((long) (warmUp * 1000));
    Race race = new Race(Processors.find(), rounds, warmingUp, Duration.ofSeconds(limit));
    Map<Kernel, Map<Peer, Result>> results = new LinkedHashMap<>();
    for (Kernel kernel : kernels) {
      System.err.println(kernel);
      Path module = work.resolve(kernel.name() + ".wasm");
      Files.write(module, kernel.binary());
      results.put(kernel, race.run(kernel, module, peers));
    }
    return results;
  }
}
