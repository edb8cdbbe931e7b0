package dev.wasmscope.app.control;

/**
 * One named value of a list.
 *
 * @param name as the program calls it
 * @param value in WAT's notation
 * @param type in WAT's notation; may be empty
 * @param detail the value in another notation, such as hexadecimal; may be empty
 * @param changed whether the last step changed it
 * @param editable whether it can be written
 */
public record ValueRow(
    String name, String value, String type, String detail, boolean changed, boolean editable) {}
