package dev.wasmscope.app.cli.prompt;

import dev.wasmscope.engine.debug.FrameSnapshot;
import dev.wasmscope.engine.debug.Snapshot;
import dev.wasmscope.engine.debug.ThreadSnapshot;
import java.util.List;

/** Commands for the threads of the program. */
final class ThreadCommands {

  private final PromptContext context;
  private final Debuggee debuggee;

  ThreadCommands(PromptContext context) {
    this.context = context;
    this.debuggee = context.debuggee();
  }

  List<PromptCommand> commands() {
    return List.of(
        PromptCommand.of(
            "threads", "", "show the threads: what each does, and where", _ -> threads()),
        PromptCommand.of("thread t", "[NUMBER|main]", "look at another thread", this::thread));
  }

  private void threads() {
    Snapshot snapshot = debuggee.stopped();
    int name = width(snapshot, ThreadSnapshot::name);
    int status = width(snapshot, ThreadSnapshot::status);
    String line = "%%s %%-%ds  %%-%ds  %%s".formatted(name, status);
    for (ThreadSnapshot thread : snapshot.threads()) {
      String mark = thread.id() == snapshot.thread() ? "*" : " ";
      String where = thread.place().map(context.code()::name).orElse("");
      context
          .out()
          .println(line.formatted(mark, thread.name(), thread.status(), where).stripTrailing());
    }
  }

  private static int width(
      Snapshot snapshot, java.util.function.Function<ThreadSnapshot, String> column) {
    return snapshot.threads().stream().map(column).mapToInt(String::length).max().orElse(1);
  }

  private void thread(String wanted) {
    Snapshot snapshot = debuggee.stopped();
    if (!wanted.isEmpty()) {
      debuggee.thread(find(snapshot, wanted).id());
    }
    Snapshot now = debuggee.stopped();
    now.threads().stream()
        .filter(thread -> thread.id() == now.thread())
        .forEach(thread -> context.out().println(thread.name() + ": " + thread.status()));
    FrameSnapshot frame = debuggee.frame();
    context.out().println(context.code().frame(frame));
    frame.place().ifPresent(place -> context.out().println(context.code().line(place)));
  }

  /** By its name, {@code thread 2}, or the number in it. */
  private static ThreadSnapshot find(Snapshot snapshot, String wanted) {
    return snapshot.threads().stream()
        .filter(t -> t.name().equals(wanted) || t.name().equals("thread " + wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new PromptException(
                    "there is no thread "
                        + wanted
                        + "; there are "
                        + String.join(
                            ", ", snapshot.threads().stream().map(ThreadSnapshot::name).toList())));
  }
}
