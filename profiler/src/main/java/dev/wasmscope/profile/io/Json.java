package dev.wasmscope.profile.io;

import java.util.List;
import java.util.Map;

/** A parsed JSON value with the place it started at. Arrays of numbers and nulls are packed. */
sealed interface Json {
  /** 1-based line. */
  int line();

  /** 1-based column. */
  int column();

  /** What it is, for messages. */
  String kind();

  record Members(Map<String, Json> values, int line, int column) implements Json {
    @Override
    public String kind() {
      return "an object";
    }
  }

  record Elements(List<Json> values, int line, int column) implements Json {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** An array of numbers; NaN stands for null. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
  record Numbers(double[] values, int line, int column) implements Json {
    @Override
    public String kind() {
      return "an array of numbers";
    }
  }

  record Text(String value, int line, int column) implements Json {
    @Override
    public String kind() {
      return "a string";
    }
  }

  record Numeric(double value, int line, int column) implements Json {
    @Override
    public String kind() {
      return "the number "
          + (value == Math.rint(value) ? String.valueOf((long) value) : "" + value);
    }
  }

  record Truth(boolean value, int line, int column) implements Json {
    @Override
    public String kind() {
      return String.valueOf(value);
    }
  }

  record Null(int line, int column) implements Json {
    @Override
    public String kind() {
      return "null";
    }
  }
}
