package dev.wasmscope.engine.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wasmscope.engine.probe.WasmThread;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who tells threads to stand still, and when; nobody shows them here. */
class AllStopTest {

  private final List<String> told = new ArrayList<>();
  private final WasmThread main = thread("main");
  private final WasmThread other = thread("other");
  private final AllStop threads = new AllStop(main);

  @BeforeEach
  void start() {
    threads.add(other);
  }

  /** A thread that notes what it is told. */
  private WasmThread thread(String name) {
    return (WasmThread)
        Proxy.newProxyInstance(
            WasmThread.class.getClassLoader(),
            new Class<?>[] {WasmThread.class},
            (self, method, args) ->
                switch (method.getName()) {
                  case "equals" -> name.equals(String.valueOf(args[0]));
                  case "hashCode" -> name.hashCode();
                  case "toString" -> name;
                  case "blocked" -> Optional.empty();
                  default -> {
                    told.add(name + " " + method.getName());
                    yield null;
                  }
                });
  }

  private List<String> told() {
    List<String> before = List.copyOf(told);
    told.clear();
    return before;
  }

  @Test
  void whoeverAsksForAPauseTellsAllThreadsItself() {
    threads.pause();
    assertEquals(List.of("main hold", "other hold"), told());
  }

  @Test
  void whoeverStopsTellsAllOthersItself() {
    threads.stopped(other, new StopReason.Paused());
    assertEquals(List.of("other hold", "main hold", "other hold"), told());
  }

  @Test
  void aThreadThatIsStartedDuringAPauseIsHeld() {
    threads.pause();
    told();
    threads.add(thread("late"));
    assertEquals(List.of("late hold"), told());
  }

  @Test
  void nobodyIsHeldAnyMoreWhoIsToEnd() {
    threads.terminate();
    told();
    threads.pause();
    threads.stopped(other, new StopReason.Paused());
    assertEquals(List.of("other hold"), told());
  }

  @Test
  void aStopOfAnotherDoesNotHoldTheThreadThatGoesAlone() {
    threads.releaseOnly(main);
    told();
    threads.stopped(other, new StopReason.Paused());
    assertEquals(List.of("other hold"), told());
  }

  @Test
  void theOthersGoOnWithTheThreadThatWaitsForThem() {
    threads.releaseOnly(main);
    told();
    threads.waits(main);
    assertEquals(List.of("main release", "other release"), told());
  }

  @Test
  void aPauseHoldsTheOthersEvenIfTheThreadThatGoesAloneWaitsForThem() {
    threads.releaseOnly(main);
    threads.pause();
    told();
    threads.waits(main);
    assertEquals(List.of(), told());
  }

  @Test
  void aPauseHoldsTheOthersEvenIfTheThreadThatGoesAloneEnds() {
    threads.releaseOnly(main);
    threads.pause();
    told();
    threads.remove(main);
    assertEquals(List.of(), told());
  }
}
