package dev.wasmscope.app.shell;

import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.command.Commands;
import dev.wasmscope.app.dialog.Dialogs;
import dev.wasmscope.app.dialog.Dialogs.FileKind;
import dev.wasmscope.app.profile.ProfileModel;
import dev.wasmscope.app.profile.ProfileView;
import dev.wasmscope.app.task.Job;
import dev.wasmscope.app.text.Text;
import dev.wasmscope.app.workspace.Document;
import dev.wasmscope.app.workspace.Failures;
import dev.wasmscope.profile.io.ProfileFormats;
import dev.wasmscope.profile.model.Function;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.report.HtmlReport;
import dev.wasmscope.profile.report.ReportOptions;
import dev.wasmscope.wasm.module.Definition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Shows profiles in a tab, reads and writes them. */
final class ProfilePages {
  private static final String PAGE = "profile";

  private final Workbench bench;
  private final EditorTabs tabs;
  private final Actions actions;
  private final ReadOnlyObjectWrapper<ProfileModel> current = new ReadOnlyObjectWrapper<>();

  ProfilePages(Workbench bench, EditorTabs tabs, Actions actions) {
    this.bench = bench;
    this.tabs = tabs;
    this.actions = actions;
    bench
        .session()
        .profile()
        .subscribe(
            profile -> {
              if (profile != null) {
                show(profile);
              }
            });
  }

  void bind(Commands commands) {
    commands.bind(Cmd.PROFILE_OPEN, this::open);
    commands.bind(Cmd.PROFILE_EXPORT_HTML, current.isNotNull(), this::chooseHtml);
    commands.bind(Cmd.PROFILE_SAVE, current.isNotNull(), this::save);
  }

  /** The profile shown; null before the first. */
  ReadOnlyObjectProperty<ProfileModel> current() {
    return current.getReadOnlyProperty();
  }

  /** Shows {@code profile} in the profile tab. */
  void show(Profile profile) {
    ProfileModel model = new ProfileModel(profile, this::goTo);
    current.set(model);
    tabs.closePage(PAGE);
    tabs.showPage(
        PAGE,
        Text.of("profile.title"),
        "mdi2f-fire",
        () ->
            ProfileView.of(
                model,
                bench.theme().dark(),
                List.of(
                    Buttons.tool(bench.commands(), Cmd.PROFILE_SAVE, "small"),
                    Buttons.labelled(
                        bench.commands(),
                        Cmd.PROFILE_EXPORT_HTML,
                        Text.of("profile.export"),
                        "small"))));
  }

  private void goTo(Function function) {
    for (Document document : bench.workspace().documents()) {
      Optional<OpenDocument> open = tabs.editor(document);
      boolean named = function.file().isEmpty() || document.name().get().equals(function.file());
      if (open.isPresent() && named && function.index() >= 0) {
        var analysis = open.get().analysis().get();
        int offset =
            analysis
                .offsets()
                .toChar(
                    analysis
                        .spans()
                        .of(new Definition(Definition.Kind.FUNCTION, function.index()))
                        .start());
        actions.goTo(document, analysis.offsets().line(offset), analysis.offsets().column(offset));
        return;
      }
    }
  }

  private void open() {
    Dialogs dialogs = bench.surroundings().dialogs();
    dialogs
        .openFile(
            Text.of("command.profile.open"),
            List.of(
                new FileKind(
                    Text.of("kind.profile"),
                    List.of("*.json", "*.json.gz", "*.cpuprofile", "*.txt", "*.folded"))))
        .ifPresent(this::open);
  }

  /** Reads {@code file} in any format that is known and shows it. */
  void open(Path file) {
    bench
        .tasks()
        .start(
            new Job<>(
                Text.of("task.opening", file.getFileName()),
                progress -> ProfileFormats.read(file),
                this::show,
                failure -> tell("error.open", file, failure)));
  }

  private void chooseHtml() {
    bench
        .surroundings()
        .dialogs()
        .saveFile(
            Text.of("command.profile.exportHtml"),
            "analysis.html",
            List.of(new FileKind("HTML", List.of("*.html"))))
        .ifPresent(this::exportHtml);
  }

  /** Writes the report of the profile shown to {@code file}. */
  void exportHtml(Path file) {
    Profile profile = current.get().profile();
    ReportOptions options = new ReportOptions("", sources());
    bench
        .tasks()
        .start(
            new Job<>(
                Text.of("task.saving", file.getFileName()),
                progress -> {
                  HtmlReport.write(profile, file, options);
                  return file;
                },
                written -> {},
                failure -> tell("error.save", file, failure)));
  }

  private Map<String, String> sources() {
    Map<String, String> sources = new HashMap<>();
    for (Document document : bench.workspace().documents()) {
      sources.put(document.name().get(), document.text().get());
    }
    return sources;
  }

  private void save() {
    bench
        .surroundings()
        .dialogs()
        .saveFile(
            Text.of("command.profile.save"),
            "profile.json",
            List.of(new FileKind(Text.of("kind.profile"), List.of("*.json", "*.json.gz"))))
        .ifPresent(
            file -> {
              Profile profile = current.get().profile();
              bench
                  .tasks()
                  .start(
                      new Job<>(
                          Text.of("task.saving", file.getFileName()),
                          progress -> {
                            ProfileFormats.write(profile, file);
                            return file;
                          },
                          written -> {},
                          failure -> tell("error.save", file, failure)));
            });
  }

  private void tell(String key, Path file, Exception failure) {
    bench
        .surroundings()
        .dialogs()
        .error(Text.of(key, file.getFileName()), Failures.sentence(failure));
  }
}
