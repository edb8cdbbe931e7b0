package dev.wasmscope.engine.tier;

import dev.wasmscope.engine.probe.Inline;
import java.util.List;

/** The probes of a function, as compiled code is to do their work. */
public interface ProbeSites {

  /** What is done when the function has been called. */
  List<Inline> entry();

  /** What is done before the instruction that starts at {@code offset}. */
  List<Inline> at(int offset);

  /** What is done before the last {@code end}, wherever the function ends there from. */
  List<Inline> end();

  /** No probes. */
  ProbeSites NONE =
      new ProbeSites() {
        @Override
        public List<Inline> entry() {
          return List.of();
        }

        @Override
        public List<Inline> at(int offset) {
          return List.of();
        }

        @Override
        public List<Inline> end() {
          return List.of();
        }
      };
}
