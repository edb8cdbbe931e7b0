/**
 * Expressions over a stopped program: conditions of breakpoints, watches, and the holes of log
 * messages. The operators and their precedence are those of C, on the types of WebAssembly; nothing
 * has side effects. What a name or an address means is asked of an {@link
 * dev.wasmscope.engine.expression.EvaluationContext}, so nothing here knows an engine.
 *
 * <p>The only exception that parsing and evaluation throw is {@link
 * dev.wasmscope.engine.expression.ExpressionException}.
 */
package dev.wasmscope.engine.expression;
