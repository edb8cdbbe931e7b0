package dev.wasmscope.engine.debuginfo;

import dev.wasmscope.wasm.module.Place;
import java.util.List;
import java.util.OptionalInt;

/** Which line of a text each place of a module stands on, and the reverse; lines count from 1. */
public interface LineTable {

  /** A table that knows no line. */
  LineTable NONE =
      new LineTable() {
        @Override
        public String file() {
          return "";
        }

        @Override
        public OptionalInt lineOf(Place place) {
          return OptionalInt.empty();
        }

        @Override
        public List<Place> placesOn(int line) {
          return List.of();
        }
      };

  /** Name of the file that holds the text, without folders; an empty string if there is none. */
  String file();

  /** The line of {@code place}, if it is known. */
  OptionalInt lineOf(Place place);

  /** The places on {@code line}, in the order in which they are executed when nothing branches. */
  List<Place> placesOn(int line);
}
