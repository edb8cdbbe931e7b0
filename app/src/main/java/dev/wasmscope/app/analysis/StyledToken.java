package dev.wasmscope.app.analysis;

/**
 * A run of characters in one colour.
 *
 * @param start index of its first character
 * @param end index after its last
 * @param style the style class of the editor's style sheet
 */
public record StyledToken(int start, int end, String style) {}
