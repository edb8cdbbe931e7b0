package dev.wasmscope.app.shell;

import dev.wasmscope.app.analysis.Analyzer;
import dev.wasmscope.app.dialog.Dialogs;
import dev.wasmscope.app.session.Launcher;
import dev.wasmscope.app.settings.SettingsStore;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * What a window stands in; tests and the tour bring their own.
 *
 * @param background where work is done
 * @param window the window's thread
 * @param settings where settings are kept
 * @param samples where opened samples are copied to
 * @param dialogs how people are asked
 * @param analyzer looks at texts
 * @param launcher makes programs
 */
public record Surroundings(
    Executor background,
    Executor window,
    SettingsStore settings,
    Path samples,
    Dialogs dialogs,
    Analyzer analyzer,
    Launcher launcher) {}
