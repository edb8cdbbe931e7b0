package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.probe.StopReason;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the frames of a thread from Java's stack, innermost first, on its way up to where the host
 * called WebAssembly. There they become frames of the interpreter, which goes on from them.
 */
public final class Capture extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Each a {@link FrameDump} or a {@link HeapFrame}: most exceptions are caught, unseen. */
  private final transient List<Object> frames = new ArrayList<>();

  private final transient Resumption resumption;

  /** What is done first when the frames are the interpreter's. */
  public sealed interface Resumption {

    /**
     * The instruction at the innermost frame's place is executed.
     *
     * @param heard whether its probes have been heard already
     */
    record Execute(boolean heard) implements Resumption {}

    /** The thread stops there; its probes have been heard already. */
    record Stop(StopReason reason) implements Resumption {}

    /** The instruction fails. */
    record Fail(RuntimeException cause) implements Resumption {}
  }

  /** A capture of no frames yet. */
  public Capture(Resumption resumption) {
    super(null, null, false, false);
    this.resumption = resumption;
  }

  public Resumption resumption() {
    return resumption;
  }

  /** Adds a frame. */
  public void add(HeapFrame frame) {
    frames.add(frame);
  }

  /** Adds a frame of compiled code, which is going to copy its values to what is returned. */
  public FrameDump add(CompiledCode code, int place) {
    return add(code, place, this);
  }

  /**
   * Adds a frame of compiled code, which is going to copy its values to what is returned.
   *
   * @param cause what leaves the frame, if it is not this
   */
  FrameDump add(CompiledCode code, int place, RuntimeException cause) {
    FrameDump dump = new FrameDump(code, place, cause);
    frames.add(dump);
    return dump;
  }

  /** The frames, innermost first. */
  public List<HeapFrame> frames() {
    List<HeapFrame> made = new ArrayList<>(frames.size());
    for (Object frame : frames) {
      made.add(frame instanceof FrameDump dump ? dump.toFrame() : (HeapFrame) frame);
    }
    return made;
  }
}
