package dev.wasmscope.app.shell;

import dev.wasmscope.app.analysis.ModuleText;
import dev.wasmscope.app.dialog.Dialogs;
import dev.wasmscope.app.dialog.Dialogs.FileKind;
import dev.wasmscope.app.session.Breakpoint;
import dev.wasmscope.app.session.EngineBreakpoints;
import dev.wasmscope.app.session.ProgramText;
import dev.wasmscope.app.session.SourceLines;
import dev.wasmscope.app.task.Job;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.app.workspace.Failures;
import dev.wasmscope.engine.breakpoint.BreakpointFile;
import dev.wasmscope.engine.breakpoint.BreakpointProblem;
import dev.wasmscope.engine.breakpoint.BreakpointWatch;
import dev.wasmscope.engine.breakpoint.LoadedBreakpoints;
import dev.wasmscope.engine.breakpoint.ModuleStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;

/**
 * Joins the breakpoints of documents to {@code breakpoints.json} files: loads, saves whenever they
 * change, and watches for edits made outside. A file called {@code breakpoints.json} beside a
 * module is joined when the module is opened.
 */
final class BreakpointFiles {
  private static final String NAME = "breakpoints.json";

  /** A document joined to a file. */
  private record Joined(BreakpointFile file, BreakpointWatch watch) {}

  private final Workbench bench;
  private final Map<Document, Joined> joined = new HashMap<>();

  /**
   * What each file last said, by the window's number: a breakpoint that means nothing in the text
   * of the moment stays in the file as it was.
   */
  private final Map<Document, Map<Integer, dev.wasmscope.engine.breakpoint.Breakpoint>> inFile =
      new HashMap<>();

  private boolean loading;

  BreakpointFiles(Workbench bench) {
    this.bench = bench;
    bench
        .workspace()
        .documents()
        .addListener(
            (ListChangeListener<Document>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(this::opened);
                    change.getRemoved().forEach(this::release);
                  }
                });
  }

  private void opened(Document document) {
    document
        .file()
        .map(file -> file.resolveSibling(NAME))
        .filter(file -> document.kind().isModule() && Files.exists(file))
        .ifPresent(file -> join(document, file));
  }

  /** Asks for a file and joins {@code open} to it. */
  void load(OpenDocument open) {
    bench
        .surroundings()
        .dialogs()
        .openFile(Text.of("command.breakpoint.load"), kinds())
        .ifPresent(file -> join(open.document(), file));
  }

  /** Saves the breakpoints of {@code open}, asking where the first time. */
  void save(OpenDocument open) {
    Document document = open.document();
    if (joined.containsKey(document)) {
      save(document);
      return;
    }
    bench
        .surroundings()
        .dialogs()
        .saveFile(Text.of("command.breakpoint.save"), NAME, kinds())
        .ifPresent(
            file -> {
              watch(document, BreakpointFile.at(file));
              save(document);
            });
  }

  private static List<FileKind> kinds() {
    return List.of(new FileKind(Text.of("kind.breakpoints"), List.of("*.json")));
  }

  /** Loads {@code path} into {@code document} and keeps both the same from now on. */
  void join(Document document, Path path) {
    BreakpointFile file = BreakpointFile.at(path);
    bench
        .tasks()
        .start(
            new Job<>(
                Text.of("task.opening", path.getFileName()),
                progress -> file.load(),
                loaded -> {
                  show(document, loaded);
                  watch(document, file);
                },
                failure -> tell("error.open", path, Failures.sentence(failure))));
  }

  private void watch(Document document, BreakpointFile file) {
    release(document);
    try {
      BreakpointWatch watch =
          BreakpointWatch.start(
              file, loaded -> bench.tasks().onWindow(() -> show(document, loaded)));
      joined.put(document, new Joined(file, watch));
      bench
          .breakpoints()
          .of(document)
          .addListener(
              (ListChangeListener<Breakpoint>)
                  change -> {
                    if (!loading && joined.containsKey(document)) {
                      save(document);
                    }
                  });
    } catch (IOException unwatchable) {
      tell("error.open", file.path(), Failures.sentence(unwatchable));
    }
  }

  private void show(Document document, LoadedBreakpoints loaded) {
    loading = true;
    bench
        .breakpoints()
        .replace(document, loaded.breakpoints().stream().map(EngineBreakpoints::fromFile).toList());
    loading = false;
    inFile.put(document, numbered(bench.breakpoints().of(document), loaded.breakpoints()));
    if (!loaded.problems().isEmpty()) {
      bench
          .surroundings()
          .dialogs()
          .error(
              Text.of("error.breakpoints", NAME),
              loaded.problems().stream()
                  .map(BreakpointProblem::toString)
                  .collect(Collectors.joining("\n")));
    }
  }

  private void save(Document document) {
    BreakpointFile file = joined.get(document).file();
    List<Breakpoint> now = List.copyOf(bench.breakpoints().of(document));
    String text = document.text().get();
    var before = inFile.getOrDefault(document, Map.of());
    Optional<ModuleStamp> stamp = Optional.of(new ModuleStamp(document.name().get(), ""));
    bench
        .surroundings()
        .background()
        .execute(
            () -> {
              try {
                var wanted = convert(now, text, before);
                file.save(wanted, stamp);
                bench.tasks().onWindow(() -> inFile.put(document, byNumber(wanted)));
              } catch (IOException unwritable) {
                bench
                    .tasks()
                    .onWindow(() -> tell("error.save", file.path(), Failures.sentence(unwritable)));
              }
            });
  }

  private List<dev.wasmscope.engine.breakpoint.Breakpoint> convert(
      List<Breakpoint> breakpoints,
      String text,
      Map<Integer, dev.wasmscope.engine.breakpoint.Breakpoint> before) {
    ModuleText module = ModuleText.parse(text);
    SourceLines source = new ProgramText("", module);
    List<dev.wasmscope.engine.breakpoint.Breakpoint> all = new ArrayList<>();
    for (Breakpoint breakpoint : breakpoints) {
      EngineBreakpoints.convert(breakpoint, source, module.module())
          .breakpoint()
          .or(
              () ->
                  Optional.ofNullable(before.get(breakpoint.id()))
                      .map(kept -> kept.withId(breakpoint.id())))
          .ifPresent(all::add);
    }
    return all;
  }

  /** What the file says, by the numbers that the window gave; both in the order of the file. */
  private static Map<Integer, dev.wasmscope.engine.breakpoint.Breakpoint> numbered(
      List<Breakpoint> shown, List<dev.wasmscope.engine.breakpoint.Breakpoint> read) {
    Map<Integer, dev.wasmscope.engine.breakpoint.Breakpoint> numbered = new HashMap<>();
    for (int i = 0; i < shown.size(); i++) {
      numbered.put(shown.get(i).id(), read.get(i));
    }
    return numbered;
  }

  private static Map<Integer, dev.wasmscope.engine.breakpoint.Breakpoint> byNumber(
      List<dev.wasmscope.engine.breakpoint.Breakpoint> breakpoints) {
    return breakpoints.stream()
        .collect(
            Collectors.toMap(dev.wasmscope.engine.breakpoint.Breakpoint::id, Function.identity()));
  }

  private void release(Document document) {
    Joined gone = joined.remove(document);
    if (gone != null) {
      try {
        gone.watch().close();
      } catch (IOException alreadyGone) {
        System.getLogger(BreakpointFiles.class.getName())
            .log(System.Logger.Level.DEBUG, "watch of breakpoints", alreadyGone);
      }
    }
  }

  private void tell(String key, Path file, String why) {
    Dialogs dialogs = bench.surroundings().dialogs();
    dialogs.error(Text.of(key, file.getFileName()), why);
  }
}
