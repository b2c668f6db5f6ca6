/** Layer 4: the command line and the tour. Knows all layers; nothing knows it. */
module io.kubelayers.interfaces {
    requires transitive io.kubelayers.governance;
    requires info.picocli;
    requires com.google.common;

    exports io.kubelayers.interfaces.cli;
    exports io.kubelayers.interfaces.report;
    exports io.kubelayers.interfaces.tour;

    opens io.kubelayers.interfaces.cli to
            info.picocli;
}
