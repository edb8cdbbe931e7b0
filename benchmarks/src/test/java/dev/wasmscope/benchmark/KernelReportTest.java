package dev.wasmscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelReportTest {

  private final Peer reference = new Peer("v8", "", List.of(), List.of());
  private final Peer own = new Peer("own", "", List.of(), List.of());

  @Test
  void ratiosGroupsAndTheWorstKernelAreShown() {
    Map<Kernel, Map<Peer, Result>> results = new LinkedHashMap<>();
    results.put(new Kernel("float", "gemm", 1), Map.of(reference, time(10, 11), own, time(20, 33)));
    results.put(new Kernel("float", "nbody", 1), Map.of(reference, time(10, 10), own, time(5, 5)));
    results.put(
        new Kernel("gc", "list", 1),
        Map.of(reference, time(2, 2), own, new Result.Failed("no structs")));
    assertEquals(
        """
        | geometric mean |       own |
        |:---------------|----------:|
        | float          |      1.00 |
        | gc             |           |
        | basic groups   |      1.00 |
        | all            |      1.00 |
        | worst          | gemm 2.00 |

        | kernel      |       v8 ms |         own |
        |:------------|------------:|------------:|
        | float/gemm  | 10.0 (11.0) | 2.00 (3.00) |
        | float/nbody | 10.0 (10.0) | 0.50 (0.50) |
        | gc/list     |   2.0 (2.0) |      failed |

        Not measured:

        - gc/list, own: no structs
        """,
        new KernelReport(List.of(reference, own), results).markdown());
  }

  @Test
  void vectorsAreComparedWithTheirScalarTwins() {
    Map<Kernel, Map<Peer, Result>> results = new LinkedHashMap<>();
    results.put(new Kernel("simd", "dot", 1), Map.of(reference, time(2, 2), own, time(3, 3)));
    results.put(new Kernel("scalar", "dot", 1), Map.of(reference, time(8, 8), own, time(6, 6)));
    String report = new KernelReport(List.of(reference, own), results).markdown();
    assertEquals(
        """
        | vectors over scalars |            v8 |           own |
        |:---------------------|--------------:|--------------:|
        | dot                  | 4.00 × faster | 2.00 × faster |
        """,
        report.substring(report.indexOf("| vectors")));
  }

  private static Result time(double best, double median) {
    return new Result.Measured("0", best, median);
  }
}
