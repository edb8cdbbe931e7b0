package dev.wasmscope.engine.breakpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches a file of breakpoints, and tells when somebody else has changed it. Bursts of changes, as
 * editors make them when saving, are told as one; what {@link BreakpointFile#save} writes is not
 * told.
 */
public final class BreakpointWatch implements Closeable {
  private static final long QUIET_MILLIS = 150;

  private final BreakpointFile file;
  private final Consumer<LoadedBreakpoints> listener;
  private final WatchService service;

  private BreakpointWatch(
      BreakpointFile file, Consumer<LoadedBreakpoints> listener, WatchService service) {
    this.file = file;
    this.listener = listener;
    this.service = service;
  }

  /**
   * Starts to watch.
   *
   * @param listener is called on a thread of the watch, once for each change
   * @throws IOException if the file's folder cannot be made or watched
   */
  public static BreakpointWatch start(BreakpointFile file, Consumer<LoadedBreakpoints> listener)
      throws IOException {
    Path folder = Files.createDirectories(file.path().getParent());
    WatchService service = folder.getFileSystem().newWatchService();
    folder.register(
        service,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
    BreakpointWatch watch = new BreakpointWatch(file, listener, service);
    Thread.ofPlatform().daemon().name("breakpoint-watch").start(watch::run);
    return watch;
  }

  /** Stops to watch; a listener that is being called finishes. */
  @Override
  public void close() throws IOException {
    service.close();
  }

  private void run() {
    try {
      boolean valid = true;
      while (valid) {
        WatchKey key = service.take();
        boolean touched = concernsFile(key);
        valid = key.reset();
        if (touched && untilQuiet()) {
          file.reload().ifPresent(listener);
        }
      }
    } catch (ClosedWatchServiceException _) {
      // Closed: the ordinary end.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until nothing has changed for a while; false if the folder is gone. */
  private boolean untilQuiet() throws InterruptedException {
    WatchKey key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    while (key != null) {
      key.pollEvents();
      if (!key.reset()) {
        return false;
      }
      key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
    return true;
  }

  private boolean concernsFile(WatchKey key) {
    boolean concerned = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      concerned |=
          event.kind().equals(StandardWatchEventKinds.OVERFLOW)
              || file.path().getFileName().equals(event.context());
    }
    return concerned;
  }
}
