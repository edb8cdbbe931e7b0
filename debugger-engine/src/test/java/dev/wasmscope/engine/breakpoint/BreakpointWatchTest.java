package dev.wasmscope.engine.breakpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BreakpointWatchTest {
  @TempDir Path folder;

  @Test
  @Timeout(60)
  void tellsWhatOthersWriteAndNotWhatWeSave() throws IOException, InterruptedException {
    Path path = folder.resolve("new/breakpoints.json");
    BreakpointFile file = BreakpointFile.at(path);
    file.load();
    BlockingQueue<LoadedBreakpoints> told = new LinkedBlockingQueue<>();
    try (BreakpointWatch _ = BreakpointWatch.start(file, told::add)) {
      Breakpoint ours = Breakpoint.of(1, new Target.OnEvent(EventKind.TRAP, Optional.empty()));
      file.save(List.of(ours), Optional.empty());
      Files.writeString(path, "[ { \"event\": \"start\" } ]");
      LoadedBreakpoints change = told.poll(30, TimeUnit.SECONDS);
      assertNotNull(change, "the change was not told");
      assertEquals(
          List.of(new Target.OnEvent(EventKind.START, Optional.empty())),
          change.breakpoints().stream().map(Breakpoint::target).toList());
      Files.writeString(folder.resolve("new/other.json"), "[]");
      Files.writeString(path, "[ { ");
      LoadedBreakpoints broken = told.poll(30, TimeUnit.SECONDS);
      assertNotNull(broken, "the damage was not told");
      assertEquals(false, broken.readable());
    }
    assertNull(told.poll());
  }
}
