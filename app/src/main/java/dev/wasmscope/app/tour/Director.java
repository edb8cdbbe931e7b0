package dev.wasmscope.app.tour;

import dev.wasmscope.app.analysis.Analysis;
import dev.wasmscope.app.command.Cmd;
import dev.wasmscope.app.shell.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;

/** Drives a window from another thread: does things on its thread, waits for what must come. */
final class Director {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PULSES_TO_SETTLE = 6;

  private final Window window;
  private final Studio studio;
  private final Path output;

  Director(Window window, Studio studio, Path output) {
    this.window = window;
    this.studio = studio;
    this.output = output;
  }

  /** What {@code question} answers on the window's thread. */
  static <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
          }
        });
    return get(answer, "an answer of the window");
  }

  private static <T> T get(CompletableFuture<T> future, String what) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("waited in vain for " + what, late);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Does {@code action} on the window's thread. */
  void act(Runnable action) {
    ask(
        () -> {
          action.run();
          return true;
        });
  }

  /** Does {@code cmd}; it must be possible. */
  void fire(Cmd cmd) {
    boolean done = ask(() -> window.bench().commands().fire(cmd));
    if (!done) {
      throw new IllegalStateException("the command " + cmd.id() + " cannot be done now");
    }
  }

  /** Waits until {@code condition}, asked at every pulse of the window, is true. */
  void await(String what, BooleanSupplier condition) {
    CompletableFuture<Boolean> met = new CompletableFuture<>();
    Platform.runLater(() -> new Watch(condition, met).start());
    get(met, what);
  }

  /** Waits until the window has drawn what happened. */
  void settle() {
    int[] pulses = {0};
    await("the window to settle", () -> ++pulses[0] > PULSES_TO_SETTLE);
  }

  /** Waits until the document in front is parsed and validated. */
  void awaitAnalysis() {
    await(
        "the analysis of the document",
        () -> window.analysis().map(Analysis::offsets).filter(o -> o.length() > 0).isPresent());
  }

  /** Saves a picture of the window as {@code name}. */
  void picture(String name) {
    settle();
    WritableImage image = ask(studio::picture);
    try {
      Picture.save(image, output.resolve(name + ".png"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Asks a condition at every pulse until it is met. */
  private static final class Watch extends AnimationTimer {
    private final BooleanSupplier condition;
    private final CompletableFuture<Boolean> met;

    Watch(BooleanSupplier condition, CompletableFuture<Boolean> met) {
      this.condition = condition;
      this.met = met;
    }

    @Override
    public void handle(long now) {
      try {
        if (met.isDone()) {
          stop();
        } else if (condition.getAsBoolean()) {
          stop();
          met.complete(true);
        }
      } catch (RuntimeException failure) {
        stop();
        met.completeExceptionally(failure);
      }
    }
  }
}
