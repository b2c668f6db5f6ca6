package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;

/** {@code nc -l}: what comes in goes to whoever connects, and what that one sends is written. */
final class ListenCommand {
    private ListenCommand() {}

    static void start(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(run, "lp:nvkw:q:");
            if (!options.has('l')) {
                throw new NotSimulatedException("a connection to elsewhere");
            }
            var operands = options.operands();
            var port = options.value('p', operands.isEmpty() ? "" : operands.get(operands.size() - 1));
            if (!port.matches("[0-9]{1,5}")) {
                throw new NotSimulatedException("port '" + port + "'");
            }
            run.listen(Integer.parseInt(port), peer -> {
                peer.onBytes(run::print);
                peer.onEnd(() -> run.exit(0));
                run.onInput(peer::send);
                run.onInputEnd(peer::sendEnded);
            });
        });
    }
}
