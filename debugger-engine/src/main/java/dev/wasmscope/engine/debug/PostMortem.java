package dev.wasmscope.engine.debug;

import dev.wasmscope.engine.expression.Expression;
import dev.wasmscope.engine.expression.ExpressionValue;
import dev.wasmscope.engine.runtime.Instance;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.Value;
import dev.wasmscope.wasm.coredump.CoreDump;
import dev.wasmscope.wasm.coredump.CoreDump.CoreFrame;
import dev.wasmscope.wasm.coredump.CoreDump.CoreInstance;
import dev.wasmscope.wasm.coredump.CoreDump.CoreThread;
import dev.wasmscope.wasm.coredump.CoreValue;
import dev.wasmscope.wasm.module.IndexSpaces;
import dev.wasmscope.wasm.module.Names;
import dev.wasmscope.wasm.module.Place;
import dev.wasmscope.wasm.type.FuncType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program that is no more, as its core dump shows it: the same snapshots as of a program that
 * stands still. Nothing in it can go on or be changed. May be used from any thread.
 */
public final class PostMortem {

  private final CoreDump dump;
  private final Instance image;
  private final IndexSpaces code;
  private final int codeModule;
  private volatile int shown;

  /**
   * Shows {@code dump}.
   *
   * @param image an instance of its image
   * @param code the module that innermost frames belong to; without functions where nobody has it
   * @throws IllegalArgumentException if no thread has a frame to show
   */
  public PostMortem(CoreDump dump, Instance image, IndexSpaces code) {
    this.dump = dump;
    this.image = image;
    this.code = code;
    this.shown = firstWithFrames(dump);
    this.codeModule = instance(frames().getFirst()).module();
  }

  private static int firstWithFrames(CoreDump dump) {
    for (int i = 0; i < dump.threads().size(); i++) {
      if (!dump.threads().get(i).frames().isEmpty()) {
        return i;
      }
    }
    throw new IllegalArgumentException("the stacks of the core dump are empty");
  }

  private List<CoreFrame> frames() {
    return dump.threads().get(shown).frames();
  }

  private CoreInstance instance(CoreFrame frame) {
    return dump.instances().get(frame.instance());
  }

  /** What the program looked like, with the frames of the thread that is looked at. */
  public Snapshot snapshot() {
    List<FrameSnapshot> frames = new ArrayList<>();
    for (CoreFrame frame : frames()) {
      frames.add(frame(frames.size(), frame));
    }
    StopReason reason = new StopReason.CoreDumped(dump.executable());
    return new Snapshot(1, reason, frames, globals(frames().getFirst()), threads(), shown + 1);
  }

  private List<ThreadSnapshot> threads() {
    List<ThreadSnapshot> threads = new ArrayList<>();
    for (CoreThread thread : dump.threads()) {
      Optional<CoreFrame> top = thread.frames().stream().findFirst();
      threads.add(
          new ThreadSnapshot(
              threads.size() + 1,
              thread.name().isEmpty() ? "thread " + threads.size() : thread.name(),
              top.isPresent() ? "In the core dump" : "No frames",
              false,
              top.map(this::function).orElse(""),
              top.map(PostMortem::place)));
    }
    return threads;
  }

  /** Looks at another thread from now on; refuses one that does not exist or has no frames. */
  public void selectThread(int id) {
    if (id < 1 || id > dump.threads().size()) {
      throw new IllegalArgumentException("there is no thread " + id);
    }
    if (dump.threads().get(id - 1).frames().isEmpty()) {
      throw new IllegalArgumentException("the core dump has no frames of this thread");
    }
    shown = id - 1;
  }

  /**
   * The value of an expression in the frame at {@code level}; fails with an {@link
   * dev.wasmscope.engine.expression.ExpressionException} if it has none.
   */
  public ExpressionValue evaluate(int level, Expression expression) {
    CoreFrame frame = frames().get(level);
    return expression.evaluate(
        new SnapshotContext(
            frame(level, frame),
            globals(frame),
            memories(frame),
            names(),
            new InstanceContext(image)));
  }

  /** The memories of the innermost frame's instance. */
  public List<MemoryInstance> memories() {
    return memories(frames().getFirst());
  }

  private List<MemoryInstance> memories(CoreFrame frame) {
    return instance(frame).memories().stream().map(image::memory).toList();
  }

  /** Names of the module whose code is known. */
  public Names names() {
    return code.module().names();
  }

  private FrameSnapshot frame(int level, CoreFrame frame) {
    return new FrameSnapshot(
        level,
        function(frame),
        dump.modules().get(instance(frame).module()),
        Optional.of(place(frame)),
        isKnown(frame) ? parameters(frame) : 0,
        variables(frame, frame.locals(), true),
        variables(frame, frame.operands(), false));
  }

  private static Place place(CoreFrame frame) {
    return new Place(frame.function(), frame.offset());
  }

  private boolean isKnown(CoreFrame frame) {
    return instance(frame).module() == codeModule && frame.function() < code.functions().size();
  }

  private String function(CoreFrame frame) {
    return isKnown(frame) ? code.displayName(frame.function()) : "func[" + frame.function() + "]";
  }

  private int parameters(CoreFrame frame) {
    return code.funcType(code.functions().get(frame.function()))
        .map(FuncType::params)
        .map(List::size)
        .orElse(0);
  }

  /** Those that the dump holds, by their own indices. */
  private List<Variable> variables(CoreFrame frame, List<CoreValue> values, boolean named) {
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof CoreValue.Number(var type, long bits)) {
        Optional<String> name =
            named && isKnown(frame) ? names().local(frame.function(), i) : Optional.empty();
        variables.add(variable(i, name.orElse(""), Value.ofSlot(type, bits, null)));
      }
    }
    return variables;
  }

  private List<Variable> globals(CoreFrame frame) {
    List<Variable> globals = new ArrayList<>();
    boolean named = instance(frame).module() == codeModule;
    for (int index : instance(frame).globals()) {
      Value value = image.global(index).get();
      Optional<String> name =
          named ? names().of(Names.Space.GLOBAL, globals.size()) : Optional.empty();
      globals.add(variable(globals.size(), name.orElse(""), value));
    }
    return globals;
  }

  private Variable variable(int index, String name, Value value) {
    return new Members(image).of(index, name, value.type(), value, false, 0);
  }
}
