package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.table.JsonPathException;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.control.NotSettledException;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * What a cluster refuses, in kubectl's words, exit code 1; files that nobody can work with, exit code 2. Anything else is
 * a bug and keeps its stack trace.
 */
final class Refusals implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult result) throws Exception {
        var err = command.getErr();
        if (exception instanceof BadInputException bad) {
            bad.lines().forEach(line -> err.println("error: " + line));
            err.flush();
            return CommandLine.ExitCode.USAGE;
        }
        if (exception instanceof ApiException refusal) {
            err.println(text(refusal));
        } else if (exception instanceof DecodeException
                || exception instanceof InvalidSelectorException
                || exception instanceof JsonPathException
                || exception instanceof NotSettledException) {
            err.println("error: " + exception.getMessage());
        } else {
            throw exception;
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** {@code Error from server (NotFound): pods "web" not found}. */
    static String text(ApiException refusal) {
        var reason = refusal.reason();
        return "Error from server" + (reason.isEmpty() ? "" : " (" + reason + ")") + ": " + refusal.explain();
    }
}
