package dev.wasmscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorsTest {

  @Test
  void readsWhichProcessorsThereAre() {
    assertEquals(
        List.of(0, 1, 2, 5), Processors.told("pid 123's current affinity list: 0-2,5").numbers());
    assertEquals(List.of(3), Processors.told("pid 7's current affinity list: 3").numbers());
  }

  @Test
  void findsNoneInWhatIsNoList() {
    assertEquals(List.of(), Processors.told("taskset: not permitted").numbers());
  }

  @Test
  void aProcessThatHasEndedIsNoFailure() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    assertDoesNotThrow(() -> Processors.find().confine(process.pid(), 0));
  }
}
