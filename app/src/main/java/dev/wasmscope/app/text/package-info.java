/**
 * Every string a person reads in the window, taken from one resource bundle so that another
 * language is one more properties file. Imports nothing of the application.
 */
package dev.wasmscope.app.text;
