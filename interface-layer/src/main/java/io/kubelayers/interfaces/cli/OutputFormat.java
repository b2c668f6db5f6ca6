package io.kubelayers.interfaces.cli;

import java.util.ArrayList;
import java.util.List;

/** How objects are printed. */
enum OutputFormat {
    /** A table. */
    TABLE,
    /** A table with all columns. */
    WIDE,
    YAML,
    JSON,
    /** {@code pod/web}, one a line. */
    NAME;

    /** The formats that can be asked for; a table is what one gets without asking. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(List.of("wide", "yaml", "json", "name"));
        }
    }
}
