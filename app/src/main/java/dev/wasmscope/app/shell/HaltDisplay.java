package dev.wasmscope.app.shell;

import dev.wasmscope.app.debugger.TrapBanner;
import dev.wasmscope.app.editor.Execution;
import dev.wasmscope.app.editor.InlineNote;
import dev.wasmscope.app.session.Frame;
import dev.wasmscope.app.session.Halt;
import dev.wasmscope.app.session.LaunchRequest;
import dev.wasmscope.app.session.SessionModel;
import dev.wasmscope.app.session.TextRange;
import dev.wasmscope.app.session.Variable;
import dev.wasmscope.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows in the editor where the program stands: arrow, values behind the line, trap banner. */
final class HaltDisplay {
  private static final int MOST_OPERANDS = 6;

  private final Workbench bench;
  private final EditorTabs tabs;
  private final RunControl run;

  HaltDisplay(Workbench bench, EditorTabs tabs, RunControl run) {
    this.bench = bench;
    this.tabs = tabs;
    this.run = run;
    bench.session().halt().subscribe(halt -> show());
    bench.session().selectedFrame().subscribe(frame -> show());
  }

  private void show() {
    SessionModel session = bench.session();
    Optional<OpenDocument> editor =
        Optional.ofNullable(session.document().get()).flatMap(tabs::editor);
    if (editor.isEmpty()) {
      return;
    }
    Halt halt = session.halt().get();
    if (halt == null) {
      editor.get().model().execution().set(null);
      editor.get().view().setBanner(null);
      editor.get().showValues(List.of());
      return;
    }
    int selected = session.selectedFrame().get();
    Optional<Frame> frame = halt.frame(selected);
    Optional<TextRange> range = frame.flatMap(this::range);
    bench.workspace().active().set(editor.get().document());
    editor.get().model().execution().set(range.map(r -> execution(r, halt, selected)).orElse(null));
    editor
        .get()
        .showValues(
            frame.flatMap(f -> range.map(r -> values(f, r))).map(List::of).orElse(List.of()));
    editor.get().view().setBanner(halt.kind() == Halt.Kind.TRAP ? banner(halt) : null);
  }

  private Optional<TextRange> range(Frame frame) {
    return frame.place().flatMap(place -> bench.session().source().flatMap(s -> s.rangeOf(place)));
  }

  private static Execution execution(TextRange range, Halt halt, int selected) {
    Execution.Kind kind =
        selected > 0
            ? Execution.Kind.CALLER
            : halt.kind() == Halt.Kind.TRAP ? Execution.Kind.TRAP : Execution.Kind.CURRENT;
    return new Execution(range.line(), range.start(), range.end(), kind);
  }

  private static InlineNote values(Frame frame, TextRange range) {
    String operands =
        frame.operands().reversed().stream()
            .skip(Math.max(0, frame.operands().size() - MOST_OPERANDS))
            .map(Variable::value)
            .collect(Collectors.joining("  "));
    String text = operands.isEmpty() ? Text.of("halt.emptyStack") : Text.of("halt.stack", operands);
    return new InlineNote(range.line(), text, "value");
  }

  private TrapBanner banner(Halt halt) {
    String callers =
        halt.frames().stream().map(Frame::function).collect(Collectors.joining("  ←  "));
    String where =
        halt.frame(0)
            .flatMap(this::range)
            .map(r -> Text.of("trap.where", r.line() + 1, callers))
            .orElse(callers);
    return TrapBanner.of(
        halt.reason(), where, halt.remedy(), () -> run.start(LaunchRequest.Mode.DEBUG));
  }

  /** Where {@code frame} stands, in words. */
  String placeOf(Frame frame) {
    return range(frame)
        .map(r -> (r.line() + 1) + ":" + (r.column() + 1))
        .orElse(frame.place().map(p -> "+" + p.offset()).orElse(Text.of("halt.host")));
  }
}
