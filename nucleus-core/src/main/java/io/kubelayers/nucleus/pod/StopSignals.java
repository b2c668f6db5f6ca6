package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The signals by which containers can be told to stop, sorted by name. */
final class StopSignals {
    static final List<String> WINDOWS = List.of(Signal.SIGKILL, Signal.SIGTERM);

    static final List<String> LINUX = linux();

    private StopSignals() {}

    private static List<String> linux() {
        var signals = new ArrayList<String>();
        for (var name : ("ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT"
                        + " STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX")
                .split(" ")) {
            signals.add("SIG" + name);
        }
        for (int i = 1; i <= 15; i++) {
            signals.add("SIGRTMIN+" + i);
        }
        for (int i = 1; i <= 14; i++) {
            signals.add("SIGRTMAX-" + i);
        }
        Collections.sort(signals);
        return List.copyOf(signals);
    }
}
