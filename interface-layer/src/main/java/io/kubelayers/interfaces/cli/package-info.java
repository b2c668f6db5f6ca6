/**
 * The command line, {@code java -jar kubelayers.jar COMMAND}. Each command is one class; {@link
 * io.kubelayers.interfaces.cli.Kubelayers} lists them.
 */
@NullMarked
package io.kubelayers.interfaces.cli;

import org.jspecify.annotations.NullMarked;
