package dev.wasmscope.app.analysis;

import java.util.Optional;

/**
 * Something wrong with a document, in the editor's measure.
 *
 * @param error whether it is an error, else a warning or a remark
 * @param start index of the first character concerned
 * @param end index after the last
 * @param line from 0
 * @param column from 0
 * @param message what rule, expected and found
 * @param remedy what to do; may be empty
 * @param fix what does it; empty when somebody must think
 */
public record Problem(
    boolean error,
    int start,
    int end,
    int line,
    int column,
    String message,
    String remedy,
    Optional<Fix> fix) {}
