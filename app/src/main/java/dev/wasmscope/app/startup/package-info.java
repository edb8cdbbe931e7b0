/** What is made of the classes after a build, so that commands start quickly. */
package dev.wasmscope.app.startup;
