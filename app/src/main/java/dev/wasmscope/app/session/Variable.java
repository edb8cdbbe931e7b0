package dev.wasmscope.app.session;

/**
 * A value of a halted program.
 *
 * @param name as the text calls it, such as {@code $x}, or its index
 * @param type in WAT's notation
 * @param value in WAT's notation without the {@code .const}
 * @param detail another notation, such as hexadecimal; may be empty
 * @param editable whether it can be written
 */
public record Variable(String name, String type, String value, String detail, boolean editable) {}
