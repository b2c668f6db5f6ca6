package io.kubelayers.nucleus.toolbox;

import java.util.function.Consumer;

/**
 * Where a command of a shell reads and writes.
 *
 * @param input what it reads
 * @param out where it writes
 * @param error where it writes errors
 */
record ShellIo(ShellInput input, Consumer<byte[]> out, Consumer<byte[]> error) {}
