package io.kubelayers.interfaces.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** Lets work go on until it ends by itself or its process is asked to end; then it is closed first, so that others can take over. */
final class UntilAsked {
    /** Work that goes on by itself. */
    interface Work {
        void awaitEnd() throws InterruptedException;

        void close();
    }

    /** The process that work is done in. */
    interface Host {
        Host JVM = new Host() {
            @Override
            public void atEnd(Runnable last) {
                Runtime.getRuntime().addShutdownHook(new Thread(last));
            }

            @Override
            public void halt(int code) {
                Runtime.getRuntime().halt(code);
            }
        };

        /** Has this done when the process is to end, on a thread of its own. */
        void atEnd(Runnable last);

        /** Ends the process with this code and nothing more. */
        void halt(int code);
    }

    private UntilAsked() {}

    /**
     * @param code what the process ends with if it is asked to; the JVM would tell the signal
     * @return whether it was asked to; if not, the work ended by itself
     */
    static boolean run(Work work, Host host, int code) throws InterruptedException {
        var asked = new AtomicBoolean();
        var ended = new AtomicBoolean();
        host.atEnd(() -> {
            asked.set(true);
            work.close();
            if (!ended.get()) {
                host.halt(code);
            }
        });
        work.awaitEnd();
        if (asked.get()) {
            return true;
        }
        ended.set(true);
        work.close();
        return false;
    }
}
