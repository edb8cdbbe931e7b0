package dev.wasmscope.benchmark.peer;

/** An empty program: what the JVM itself takes to start and to end. */
public final class Nothing {

  private Nothing() {}

  public static void main(String[] args) {}
}
