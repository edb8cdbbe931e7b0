/** What this machine offers to Wasmscope, and what to install where something is missing. */
package dev.wasmscope.app.cli.doctor;
