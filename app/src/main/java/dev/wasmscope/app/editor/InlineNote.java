package dev.wasmscope.app.editor;

/**
 * A remark drawn behind the end of a line.
 *
 * @param line from 0
 * @param text one line of text
 * @param style {@code error}, {@code warning} or {@code value}
 */
public record InlineNote(int line, String text, String style) {}
