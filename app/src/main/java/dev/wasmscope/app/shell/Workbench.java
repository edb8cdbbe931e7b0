package dev.wasmscope.app.shell;

import dev.wasmscope.app.analysis.ModuleText;
import dev.wasmscope.app.command.Commands;
import dev.wasmscope.app.console.ConsoleModel;
import dev.wasmscope.app.debugger.InspectModel;
import dev.wasmscope.app.memory.MemoryModel;
import dev.wasmscope.app.palette.PaletteModel;
import dev.wasmscope.app.session.Breakpoints;
import dev.wasmscope.app.session.ConsoleLog;
import dev.wasmscope.app.session.LaunchRequest;
import dev.wasmscope.app.session.RunState;
import dev.wasmscope.app.session.SessionModel;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.settings.Settings;
import dev.wasmscope.app.settings.SettingsModel;
import dev.wasmscope.app.task.TaskBoard;
import dev.wasmscope.app.task.TaskRunner;
import dev.wasmscope.app.theme.ThemeModel;
import dev.wasmscope.app.threads.ThreadsModel;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.app.workspace.Workspace;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.module.ByteSlice;
import java.io.IOException;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/** The models of one window, joined to each other. */
public final class Workbench {
  private final Surroundings surroundings;
  private final TaskBoard board = new TaskBoard();
  private final TaskRunner tasks;
  private final SettingsModel settings;
  private final ThemeModel theme;
  private final Workspace workspace;
  private final Breakpoints breakpoints = new Breakpoints();
  private final SessionModel session;
  private final ConsoleModel console;
  private final InspectModel inspect;
  private final ThreadsModel threads;
  private final MemoryModel memory;
  private final PaletteModel palette = new PaletteModel();
  private final Commands commands;

  /**
   * Models in {@code surroundings}.
   *
   * @param systemDark whether the operating system shows dark windows
   */
  public Workbench(Surroundings surroundings, ObservableBooleanValue systemDark) {
    this.surroundings = surroundings;
    tasks = new TaskRunner(surroundings.background(), surroundings.window(), board);
    settings = new SettingsModel(surroundings.settings().load(), this::store);
    theme = new ThemeModel(settings, systemDark);
    workspace = new Workspace(settings, tasks, surroundings.dialogs(), ModuleText::print);
    session =
        new SessionModel(
            surroundings.launcher(), tasks, breakpoints, new ConsoleLog(surroundings.window()));
    console =
        new ConsoleModel(
            session.console(),
            Bindings.createBooleanBinding(
                () -> session.state().get() != RunState.IDLE, session.state()),
            session::stdin);
    inspect = new InspectModel(session.halt(), session.selectedFrame(), new Inspected(session));
    threads = new ThreadsModel(session.halt(), session::selectThread);
    memory = new MemoryModel(session.memory());
    commands = new Commands(settings.get().keys());
    session
        .halt()
        .subscribe(
            halt -> {
              if (halt != null) {
                memory.stopped();
              }
            });
    session
        .state()
        .subscribe(
            state -> {
              if (state == RunState.STARTING) {
                inspect.startAfresh();
              } else if (state == RunState.IDLE) {
                memory.refresh();
              }
            });
  }

  private void store(Settings now) {
    surroundings
        .background()
        .execute(
            () -> {
              try {
                surroundings.settings().save(now);
              } catch (IOException unwritable) {
                System.getLogger(Workbench.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot save the settings", unwritable);
              }
            });
  }

  /** The run configuration remembered for {@code document}. */
  public RunConfiguration configuration(Document document) {
    return settings.get().runs().getOrDefault(document.key(), RunConfiguration.DEFAULT);
  }

  /** The features that {@code document} may use. */
  public FeatureSet features(Document document) {
    return FeatureSet.ofDifferences(
        settings.get().features().getOrDefault(document.key(), List.of()));
  }

  /** Lets {@code document} use {@code features} from now on. */
  public void use(Document document, FeatureSet features) {
    settings.change(s -> s.withFeatures(document.key(), features.differences()));
  }

  /** Runs {@code document} as {@code configuration} says. */
  public void launch(Document document, RunConfiguration configuration, LaunchRequest.Mode mode) {
    session.launch(document, features(document), configuration, mode);
  }

  /** Looks at the core dump of a program that ran {@code module}. */
  void look(Document module, ByteSlice coreDump) {
    session.look(module, features(module), coreDump);
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** The jobs under way. */
  public TaskBoard board() {
    return board;
  }

  /** Runs jobs. */
  public TaskRunner tasks() {
    return tasks;
  }

  /** The settings. */
  public SettingsModel settings() {
    return settings;
  }

  /** Dark or light. */
  public ThemeModel theme() {
    return theme;
  }

  /** The open documents. */
  public Workspace workspace() {
    return workspace;
  }

  /** The breakpoints of all documents. */
  public Breakpoints breakpoints() {
    return breakpoints;
  }

  /** The program that runs. */
  public SessionModel session() {
    return session;
  }

  /** The console. */
  public ConsoleModel console() {
    return console;
  }

  /** The inspector. */
  public InspectModel inspect() {
    return inspect;
  }

  /** The threads in the inspector. */
  public ThreadsModel threads() {
    return threads;
  }

  /** The memory panel. */
  public MemoryModel memory() {
    return memory;
  }

  /** The palette. */
  public PaletteModel palette() {
    return palette;
  }

  /** The command table. */
  public Commands commands() {
    return commands;
  }
}
