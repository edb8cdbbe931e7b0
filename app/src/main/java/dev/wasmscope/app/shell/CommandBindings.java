package dev.wasmscope.app.shell;

import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.command.Commands;
import dev.wasmscope.app.session.Debuggee;
import dev.wasmscope.app.session.LaunchRequest;
import dev.wasmscope.app.session.RunState;
import dev.wasmscope.app.session.SessionModel;
import dev.wasmscope.app.settings.Settings;
import dev.wasmscope.app.settings.ThemeChoice;
import dev.wasmscope.app.text.Text;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.CodeArea;

/** Joins every row of the command table to what it does. */
final class CommandBindings {
  private final Workbench bench;
  private final Commands commands;
  private final WorkbenchView view;
  private final RunControl run;
  private final Actions actions;
  private final ProfilePages profiles;
  private final BreakpointFiles files;
  private final Fixes fixes;
  private final Sheets sheets;
  private final BooleanBinding hasDocument;
  private final BooleanBinding hasModule;

  CommandBindings(
      Workbench bench,
      WorkbenchView view,
      RunControl run,
      Actions actions,
      ProfilePages profiles,
      BreakpointFiles files,
      Fixes fixes,
      Sheets sheets) {
    this.sheets = sheets;
    this.fixes = fixes;
    this.files = files;
    this.profiles = profiles;
    this.bench = bench;
    this.commands = bench.commands();
    this.view = view;
    this.run = run;
    this.actions = actions;
    this.hasDocument = view.tabs().current().isNotNull();
    this.hasModule =
        Bindings.createBooleanBinding(
            () -> EditorTabs.isModule(view.tabs().current().get()), view.tabs().current());
  }

  void bindAll() {
    files();
    editing();
    views();
    running();
    breakpoints();
    help();
  }

  private void files() {
    commands.bind(Cmd.FILE_NEW, () -> bench.workspace().create());
    commands.bind(Cmd.FILE_OPEN, () -> bench.workspace().chooseAndOpen());
    commands.bind(Cmd.FILE_OPEN_FOLDER, () -> bench.workspace().chooseFolder());
    commands.bind(Cmd.FILE_QUICK_OPEN, actions::quickOpen);
    commands.bind(
        Cmd.FILE_SAVE,
        hasDocument,
        () -> withDocument(open -> bench.workspace().save(open.document(), () -> {})));
    commands.bind(
        Cmd.FILE_SAVE_AS,
        hasDocument,
        () -> withDocument(open -> bench.workspace().saveAs(open.document(), () -> {})));
    commands.bind(Cmd.FILE_ASSEMBLE, hasModule, () -> withDocument(actions::assemble));
    commands.bind(Cmd.FILE_EDIT_COPY, hasModule, () -> withDocument(actions::editCopy));
    commands.bind(Cmd.FILE_FEATURES, hasModule, () -> withDocument(sheets::chooseFeatures));
    commands.bind(
        Cmd.FILE_CLOSE,
        hasDocument,
        () -> withDocument(open -> bench.workspace().close(open.document())));
    commands.bind(Cmd.FILE_QUIT, actions::quit);
  }

  private void editing() {
    commands.bind(Cmd.EDIT_UNDO, () -> focused(CodeArea::undo, TextInputControl::undo));
    commands.bind(Cmd.EDIT_REDO, () -> focused(CodeArea::redo, TextInputControl::redo));
    commands.bind(Cmd.EDIT_CUT, () -> focused(CodeArea::cut, TextInputControl::cut));
    commands.bind(Cmd.EDIT_COPY, () -> focused(CodeArea::copy, TextInputControl::copy));
    commands.bind(Cmd.EDIT_PASTE, () -> focused(CodeArea::paste, TextInputControl::paste));
    commands.bind(Cmd.EDIT_FIND, hasDocument, () -> withDocument(o -> o.view().showFind(false)));
    commands.bind(Cmd.EDIT_REPLACE, hasDocument, () -> withDocument(o -> o.view().showFind(true)));
    commands.bind(Cmd.EDIT_GO_TO_LINE, hasDocument, () -> withDocument(actions::goToLine));
    commands.bind(Cmd.EDIT_QUICK_FIX, hasModule, () -> withDocument(fixes::fixAtCaret));
    commands.bind(Cmd.EDIT_COMMENT, hasDocument, () -> withDocument(o -> o.view().toggleComment()));
  }

  private void focused(Consumer<CodeArea> inEditor, Consumer<TextInputControl> inField) {
    switch (view.getScene().getFocusOwner()) {
      case CodeArea area -> inEditor.accept(area);
      case TextInputControl field -> inField.accept(field);
      case null, default -> withDocument(open -> open.view().editing().ifPresent(inEditor));
    }
  }

  private void views() {
    commands.bind(Cmd.VIEW_PALETTE, actions::showPalette);
    commands.bind(Cmd.VIEW_EXPLORER, view::toggleExplorer);
    commands.bind(Cmd.VIEW_INSPECT, view::toggleInspector);
    commands.bind(Cmd.VIEW_PANEL, view::togglePanels);
    commands.bind(Cmd.VIEW_CONSOLE, () -> view.show(BottomPanel.Panel.CONSOLE));
    commands.bind(Cmd.VIEW_PROBLEMS, () -> view.show(BottomPanel.Panel.PROBLEMS));
    commands.bind(Cmd.VIEW_BREAKPOINTS, () -> view.show(BottomPanel.Panel.BREAKPOINTS));
    commands.bind(Cmd.VIEW_MEMORY, () -> view.show(BottomPanel.Panel.MEMORY));
    commands.bind(Cmd.VIEW_THEME, () -> bench.theme().toggle());
    commands.bind(Cmd.VIEW_THEME_SYSTEM, () -> bench.theme().choose(ThemeChoice.SYSTEM));
    commands.bind(Cmd.VIEW_FONT_LARGER, () -> font(size -> size + 1));
    commands.bind(Cmd.VIEW_FONT_SMALLER, () -> font(size -> size - 1));
    commands.bind(Cmd.VIEW_FONT_RESET, () -> font(size -> Settings.DEFAULT_FONT_SIZE));
  }

  private void font(DoubleUnaryOperator change) {
    bench.settings().change(s -> s.withFontSize(change.applyAsDouble(s.fontSize())));
  }

  private void running() {
    SessionModel session = bench.session();
    BooleanBinding idle = is(RunState.IDLE).or(is(RunState.TRAPPED));
    BooleanBinding stopped = is(RunState.STOPPED);
    BooleanBinding canRun = run.target().isNotNull().and(idle.or(is(RunState.RUNNING)).or(stopped));
    commands.bind(Cmd.RUN_START, canRun, () -> actions.start(LaunchRequest.Mode.RUN));
    commands.bind(
        Cmd.RUN_DEBUG,
        run.target().isNotNull().and(idle),
        () -> actions.start(LaunchRequest.Mode.DEBUG));
    commands.bind(Cmd.RUN_CONFIGURE, run.target().isNotNull(), sheets::configure);
    commands.bind(Cmd.RUN_PAUSE, is(RunState.RUNNING), session::pause);
    commands.bind(Cmd.RUN_CONTINUE, stopped, session::resume);
    commands.bind(Cmd.RUN_OVER, stopped, () -> session.step(Debuggee.Step.OVER));
    commands.bind(Cmd.RUN_INTO, stopped, () -> session.step(Debuggee.Step.INTO));
    commands.bind(Cmd.RUN_OUT, stopped, () -> session.step(Debuggee.Step.OUT));
    commands.bind(Cmd.RUN_TO_CURSOR, stopped, () -> withDocument(actions::runToCursor));
    commands.bind(Cmd.RUN_STOP, session.state().isNotEqualTo(RunState.IDLE), session::stop);
    commands.bind(
        Cmd.PROFILE_START,
        run.target().isNotNull().and(idle),
        () -> actions.start(LaunchRequest.Mode.PROFILE));
    commands.bind(
        Cmd.PROFILE_EXACTLY,
        run.target().isNotNull().and(idle),
        () -> actions.start(LaunchRequest.Mode.PROFILE_EXACTLY));
    profiles.bind(commands);
  }

  private BooleanBinding is(RunState state) {
    return bench.session().state().isEqualTo(state);
  }

  private void breakpoints() {
    commands.bind(
        Cmd.BREAKPOINT_TOGGLE,
        hasModule,
        () -> withDocument(open -> open.toggleBreakpoint(open.model().caretLine().get())));
    commands.bind(
        Cmd.BREAKPOINT_CLEAR,
        hasModule,
        () -> withDocument(open -> bench.breakpoints().clear(open.document())));
    commands.bind(Cmd.BREAKPOINT_LOAD, hasModule, () -> withDocument(files::load));
    commands.bind(Cmd.BREAKPOINT_SAVE, hasModule, () -> withDocument(files::save));
  }

  private void help() {
    commands.bind(Cmd.HELP_WELCOME, actions::welcome);
    commands.bind(Cmd.HELP_KEYS, actions::showPalette);
    commands.bind(
        Cmd.HELP_ABOUT,
        () -> bench.surroundings().dialogs().inform(Text.of("app.name"), Text.of("about.text")));
  }

  private void withDocument(Consumer<OpenDocument> action) {
    OpenDocument open = view.tabs().current().get();
    if (open != null) {
      action.accept(open);
    }
  }
}
