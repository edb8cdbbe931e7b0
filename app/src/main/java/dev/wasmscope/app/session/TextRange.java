package dev.wasmscope.app.session;

/**
 * Where something stands in a document.
 *
 * @param line from 0
 * @param column from 0
 * @param start index of its first character
 * @param end index after its last
 */
public record TextRange(int line, int column, int start, int end) {}
