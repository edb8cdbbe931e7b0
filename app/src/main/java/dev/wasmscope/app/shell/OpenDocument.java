package dev.wasmscope.app.shell;

import dev.wasmscope.app.analysis.Analysis;
import dev.wasmscope.app.analysis.Analyzer;
import dev.wasmscope.app.analysis.Problem;
import dev.wasmscope.app.analysis.StyledToken;
import dev.wasmscope.app.editor.EditorModel;
import dev.wasmscope.app.editor.EditorView;
import dev.wasmscope.app.editor.GutterMark;
import dev.wasmscope.app.editor.InlineNote;
import dev.wasmscope.app.editor.ListingView;
import dev.wasmscope.app.editor.SourceView;
import dev.wasmscope.app.session.Breakpoint;
import dev.wasmscope.app.session.Breakpoints;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.app.workspace.DocumentKind;
import dev.wasmscope.wasm.instr.FeatureSet;
import dev.wasmscope.wasm.text.TextMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/**
 * A document in a tab: keeps its editor's colours, problems and breakpoint marks up to date while
 * it is typed. Colouring a short text is done at once, everything else in the background.
 */
final class OpenDocument {
  private static final int SHORT_TEXT = 40_000;
  private static final int FARTHEST_SNAP = 12;
  private static final int HUGE_TEXT = 3_000_000;
  private static final Duration AFTER_TYPING = Duration.millis(220);

  private final Document document;
  private final Analyzer analyzer;
  private final Executor background;
  private final Executor window;
  private final Breakpoints breakpoints;
  private final ObservableValue<FeatureSet> features;
  private final EditorModel model;
  private final SourceView view;
  private final PauseTransition pause = new PauseTransition(AFTER_TYPING);
  private final ReadOnlyObjectWrapper<Analysis> analysis = new ReadOnlyObjectWrapper<>();
  private final List<InlineNote> values = new ArrayList<>();
  private final boolean isHuge;
  private int version;

  private OpenDocument(
      Document document,
      Analyzer analyzer,
      Executor background,
      Executor window,
      Breakpoints breakpoints,
      ObservableValue<FeatureSet> features) {
    this.document = document;
    this.analyzer = analyzer;
    this.background = background;
    this.window = window;
    this.breakpoints = breakpoints;
    this.features = features;
    this.model = new EditorModel(document, this::toggleBreakpoint);
    this.isHuge = document.text().get().length() > HUGE_TEXT;
    this.view = isHuge ? ListingView.of(model, analyzer::highlight) : EditorView.of(model);
    analysis.set(Analysis.none(""));
  }

  static OpenDocument of(
      Document document,
      Analyzer analyzer,
      Executor background,
      Executor window,
      Breakpoints breakpoints,
      ObservableValue<FeatureSet> features) {
    OpenDocument open =
        new OpenDocument(document, analyzer, background, window, breakpoints, features);
    open.start();
    return open;
  }

  private void start() {
    breakpoints.of(document).addListener((ListChangeListener<Breakpoint>) change -> marks());
    marks();
    view.editing().ifPresent(this::shiftBreakpointsWithEdits);
    if (!isModule()) {
      return;
    }
    pause.setOnFinished(e -> analyze());
    document.text().subscribe(text -> changed());
    features.subscribe(now -> analyze());
  }

  private void shiftBreakpointsWithEdits(CodeArea area) {
    area.plainTextChanges()
        .subscribe(
            change -> {
              int line = area.offsetToPosition(change.getPosition(), Bias.Forward).getMajor();
              breakpoints.shift(
                  document, line, lineEnds(change.getRemoved()), lineEnds(change.getInserted()));
            });
  }

  /** Toggles the breakpoint at {@code line}, or on the next line below that has an instruction. */
  void toggleBreakpoint(int line) {
    boolean there = breakpoints.at(document, line).isPresent();
    breakpoints.toggle(document, there ? line : lineWithInstruction(line));
  }

  private int lineWithInstruction(int line) {
    if (analysis.get().spans() instanceof TextMap map) {
      for (int below = line; below < line + FARTHEST_SNAP; below++) {
        if (!map.placesOfLine(below + 1).isEmpty()) {
          return below;
        }
      }
    }
    return line;
  }

  private static int lineEnds(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private boolean isModule() {
    return document.kind() == DocumentKind.WAT || document.kind() == DocumentKind.WASM;
  }

  private void changed() {
    version++;
    colour();
    model.notes().removeIf(note -> !note.style().equals("value"));
    pause.playFromStart();
  }

  private void colour() {
    if (isHuge) {
      return;
    }
    String text = document.text().get();
    int mine = version;
    if (text.length() <= SHORT_TEXT) {
      model.tokens().set(analyzer.highlight(text));
    } else {
      background.execute(
          () -> {
            List<StyledToken> tokens = analyzer.highlight(text);
            window.execute(
                () -> {
                  if (mine == version) {
                    model.tokens().set(tokens);
                  }
                });
          });
    }
  }

  private void analyze() {
    String text = document.text().get();
    FeatureSet may = features.getValue();
    int mine = version;
    background.execute(
        () -> {
          Analysis result =
              document.kind() == DocumentKind.WASM
                  ? analyzer.analyze(document.bytes(), may)
                  : analyzer.analyze(text, may);
          window.execute(
              () -> {
                if (mine == version && may.equals(features.getValue())) {
                  show(result);
                }
              });
        });
  }

  private void show(Analysis result) {
    analysis.set(result);
    model.problems().set(result.problems());
    showNotes();
  }

  private void showNotes() {
    Map<Integer, InlineNote> byLine = new HashMap<>();
    for (Problem problem : analysis.get().problems()) {
      byLine.putIfAbsent(
          problem.line(),
          new InlineNote(problem.line(), note(problem), problem.error() ? "error" : "warning"));
    }
    for (InlineNote value : values) {
      byLine.putIfAbsent(value.line(), value);
    }
    model.notes().setAll(byLine.values());
  }

  private static String note(Problem problem) {
    return problem
        .fix()
        .map(fix -> Text.of("problem.note", problem.message(), fix.title()))
        .orElse(problem.message());
  }

  /** Shows values behind lines while the program stands here; an empty list shows none. */
  void showValues(List<InlineNote> notes) {
    values.clear();
    values.addAll(notes);
    showNotes();
  }

  private void marks() {
    Map<Integer, GutterMark> wanted = new HashMap<>();
    for (Breakpoint breakpoint : breakpoints.of(document)) {
      wanted.put(breakpoint.line(), mark(breakpoint));
    }
    for (Integer line : List.copyOf(model.marks().keySet())) {
      if (!wanted.containsKey(line)) {
        model.marks().remove(line);
      }
    }
    wanted.forEach(
        (line, mark) -> {
          if (model.mark(line) != mark) {
            model.marks().put(line, mark);
          }
        });
  }

  private static GutterMark mark(Breakpoint breakpoint) {
    if (!breakpoint.problem().isEmpty()) {
      return GutterMark.UNPLACED;
    }
    return breakpoint.enabled() ? GutterMark.ENABLED : GutterMark.DISABLED;
  }

  Document document() {
    return document;
  }

  EditorModel model() {
    return model;
  }

  SourceView view() {
    return view;
  }

  /** What is known of the text; observable. */
  ReadOnlyObjectProperty<Analysis> analysis() {
    return analysis.getReadOnlyProperty();
  }

  /** The problems of the text. */
  Optional<Problem> firstError() {
    return analysis.get().problems().stream().filter(Problem::error).findFirst();
  }
}
