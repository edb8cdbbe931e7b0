package dev.wasmscope.app.session;

import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.task.Job;
import dev.wasmscope.app.task.TaskRunner;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.app.workspace.DocumentKind;
import dev.wasmscope.app.workspace.Failures;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import dev.wasmscope.wasm.module.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;

/**
 * The one program that runs or stands under the window. Its properties change on the window's
 * thread; its commands return at once.
 */
public final class SessionModel {
  private final Launcher launcher;
  private final TaskRunner tasks;
  private final Breakpoints breakpoints;
  private final ConsoleLog console;
  private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
  private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Halt> halt = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<MemoryAccess> memory =
      new ReadOnlyObjectWrapper<>(MemoryAccess.NONE);
  private final ReadOnlyObjectWrapper<Profile> profile = new ReadOnlyObjectWrapper<>();
  private final IntegerProperty selectedFrame = new SimpleIntegerProperty();
  private final ListChangeListener<Breakpoint> breakpointsChanged = change -> sendBreakpoints();
  private Debuggee debuggee;
  private int generation;
  private boolean sending;
  private Consumer<String> launchFailed = sentence -> {};

  /** A session without a program. */
  public SessionModel(
      Launcher launcher, TaskRunner tasks, Breakpoints breakpoints, ConsoleLog console) {
    this.launcher = launcher;
    this.tasks = tasks;
    this.breakpoints = breakpoints;
    this.console = console;
  }

  /** Calls {@code listener} with a sentence whenever a document could not be launched. */
  public void onLaunchFailed(Consumer<String> listener) {
    launchFailed = listener;
  }

  /** What the program is doing. */
  public ReadOnlyObjectProperty<RunState> state() {
    return state.getReadOnlyProperty();
  }

  /** The document that runs, or ran last; null before the first. */
  public ReadOnlyObjectProperty<Document> document() {
    return document.getReadOnlyProperty();
  }

  /**
   * Where the program stands; null while it does not. Kept while a step is made, so that views do
   * not flicker.
   */
  public ReadOnlyObjectProperty<Halt> halt() {
    return halt.getReadOnlyProperty();
  }

  /** The program's memories; those of the last program stay readable after its end. */
  public ReadOnlyObjectProperty<MemoryAccess> memory() {
    return memory.getReadOnlyProperty();
  }

  /** The profile made last; null before the first. */
  public ReadOnlyObjectProperty<Profile> profile() {
    return profile.getReadOnlyProperty();
  }

  /** The frame looked at, innermost 0. */
  public IntegerProperty selectedFrame() {
    return selectedFrame;
  }

  /** What the program wrote. */
  public ConsoleLog console() {
    return console;
  }

  /** The way between code and text of the program that runs. */
  public Optional<SourceLines> source() {
    return Optional.ofNullable(debuggee).map(Debuggee::source);
  }

  /** Ends the program, if any, and launches {@code target}. */
  public void launch(
      Document target,
      FeatureSet features,
      RunConfiguration configuration,
      LaunchRequest.Mode mode) {
    launch(target, features, configuration, mode, Optional.empty());
  }

  /** Ends the program, if any, and looks at the core dump of one that ran {@code module}. */
  public void look(Document module, FeatureSet features, ByteSlice coreDump) {
    launch(
        module,
        features,
        RunConfiguration.DEFAULT,
        LaunchRequest.Mode.DEBUG,
        Optional.of(coreDump));
  }

  private void launch(
      Document target,
      FeatureSet features,
      RunConfiguration configuration,
      LaunchRequest.Mode mode,
      Optional<ByteSlice> coreDump) {
    stop();
    generation++;
    int mine = generation;
    console.clear();
    document.set(target);
    state.set(RunState.STARTING);
    LaunchRequest request =
        new LaunchRequest(
            target.name().get(),
            target.kind() == DocumentKind.WASM,
            target.text().get(),
            target.bytes(),
            target.file().map(file -> file.toAbsolutePath().getParent()),
            features,
            configuration,
            mode == LaunchRequest.Mode.DEBUG ? breakpoints.of(target) : List.of(),
            mode,
            coreDump);
    tasks.start(
        new Job<>(
            Text.of("task.launching", target.name().get()),
            progress -> launcher.launch(request, new Listener(mine)),
            launched -> begin(mine, launched),
            failure -> fail(mine, Failures.sentence(failure))));
  }

  private void begin(int mine, Debuggee launched) {
    if (mine != generation) {
      launched.terminate();
      return;
    }
    debuggee = launched;
    memory.set(launched.memory());
    breakpoints.of(document.get()).addListener(breakpointsChanged);
    sendBreakpoints();
    state.set(RunState.RUNNING);
    launched.start();
  }

  private void fail(int mine, String sentence) {
    if (mine == generation) {
      console.line(ConsoleLine.Kind.FAILURE, sentence);
      end();
      launchFailed.accept(sentence);
    }
  }

  /** Places the document's breakpoints in the program; remembers why those that failed did. */
  private void sendBreakpoints() {
    if (debuggee == null || sending) {
      return;
    }
    sending = true;
    Document target = document.get();
    for (Breakpoint placed : debuggee.setBreakpoints(List.copyOf(breakpoints.of(target)))) {
      breakpoints.change(target, placed.id(), b -> b.problem(placed.problem()));
    }
    sending = false;
  }

  /** Goes on. */
  public void resume() {
    go(Debuggee::resume);
    halt.set(null);
  }

  /** Goes on by a step. */
  public void step(Debuggee.Step step) {
    go(d -> d.step(step));
  }

  /** Goes on until {@code line}, from 0; false when there is no instruction to stop at. */
  public boolean runTo(int line) {
    Optional<Place> place = source().flatMap(s -> s.placeAt(line));
    place.ifPresent(p -> go(d -> d.runTo(p)));
    return place.isPresent();
  }

  private void go(Consumer<Debuggee> move) {
    if (debuggee != null && state.get() == RunState.STOPPED) {
      move.accept(debuggee);
    }
  }

  /** Stops the running program as soon as possible. */
  public void pause() {
    if (debuggee != null && state.get() == RunState.RUNNING) {
      debuggee.pause();
    }
  }

  /** Ends the program. */
  public void stop() {
    generation++;
    if (debuggee != null) {
      debuggee.terminate();
      if (state.get().isActive()) {
        console.line(ConsoleLine.Kind.NOTE, Text.of("session.stopped"));
      }
    }
    end();
  }

  private void end() {
    if (document.get() != null) {
      breakpoints.of(document.get()).removeListener(breakpointsChanged);
    }
    debuggee = null;
    halt.set(null);
    state.set(RunState.IDLE);
  }

  /** Gives {@code text} to the program's standard input. */
  public void stdin(String text) {
    if (debuggee != null) {
      debuggee.stdin(text);
    }
  }

  /** Ends the program's standard input. */
  public void endOfInput() {
    if (debuggee != null) {
      debuggee.endOfInput();
    }
  }

  /** Writes a value into the halted program; tells {@code refused} when that is not possible. */
  public void write(
      Debuggee.Target target, int frame, int index, String text, Consumer<String> refused) {
    written(d -> d.write(target, frame, index, text), refused);
  }

  /** Writes a member of an object of the halted program, as {@link #write} does. */
  public void writeMember(
      Variable owner, Variable member, int frame, String text, Consumer<String> refused) {
    written(d -> d.writeMember(owner, member, frame, text), refused);
  }

  private void written(Function<Debuggee, Optional<String>> writer, Consumer<String> refused) {
    if (debuggee == null) {
      return;
    }
    Optional<String> why = writer.apply(debuggee);
    why.ifPresent(refused);
    if (why.isEmpty()) {
      debuggee.snapshot().ifPresent(halt::set);
    }
  }

  /** Members of an object of the halted program; none while it does not stand. */
  public List<Variable> members(Variable owner, int frame, int from, int count) {
    return debuggee == null ? List.of() : debuggee.members(owner, frame, from, count);
  }

  /** Looks at another thread of the halted program. */
  public void selectThread(int id) {
    Halt now = halt.get();
    if (debuggee != null && now != null && now.thread() != id && state.get().isHalted()) {
      Debuggee current = debuggee;
      if (current.selectThread(id).isEmpty()) {
        selectedFrame.set(0);
        current.snapshot().ifPresent(halt::set);
      }
    }
  }

  private void halted(Halt now) {
    state.set(now.kind() == Halt.Kind.TRAP ? RunState.TRAPPED : RunState.STOPPED);
    selectedFrame.set(0);
    halt.set(now);
    if (now.kind() == Halt.Kind.TRAP) {
      console.line(ConsoleLine.Kind.FAILURE, now.reason());
    }
  }

  private void ended(List<String> results, int exitCode) {
    for (String result : results) {
      console.line(ConsoleLine.Kind.RESULT, result);
    }
    console.line(
        ConsoleLine.Kind.NOTE,
        exitCode == 0 ? Text.of("session.ended") : Text.of("session.exited", exitCode));
    end();
  }

  /** Carries the program's tidings to the window's thread; deaf when another was launched since. */
  private final class Listener implements DebuggeeListener {
    private final int mine;

    Listener(int mine) {
      this.mine = mine;
    }

    private void tell(Runnable action) {
      tasks.onWindow(
          () -> {
            if (mine == generation) {
              action.run();
            }
          });
    }

    @Override
    public void running() {
      tell(() -> state.set(RunState.RUNNING));
    }

    @Override
    public void halted(Halt now) {
      tell(() -> SessionModel.this.halted(now));
    }

    @Override
    public void ended(List<String> results, int exitCode) {
      tell(() -> SessionModel.this.ended(results, exitCode));
    }

    @Override
    public void failed(String sentence) {
      tell(() -> fail(mine, sentence));
    }

    @Override
    public void profiled(Profile made) {
      tasks.onWindow(() -> profile.set(made));
    }

    @Override
    public void remarked(String sentence) {
      console.line(ConsoleLine.Kind.NOTE, sentence);
    }

    @Override
    public void wrote(String text, boolean error) {
      console.write(error ? ConsoleLine.Kind.STDERR : ConsoleLine.Kind.STDOUT, text);
    }
  }
}
