package io.kubelayers.nucleus.types;

import io.kubelayers.nucleus.api.Column;

/**
 * A column of the table that a server prints for a kind.
 *
 * @param name column title
 * @param type value type in OpenAPI terms: string, integer, number, boolean or date
 * @param format OpenAPI format hint, such as name; empty if none
 * @param description what the column shows; empty if not said
 * @param priority 0 always shown, 1 only in wide output
 * @param jsonPath where a custom resource's value is found; empty for built-in kinds, which compute their cells
 */
public record TableColumn(String name, String type, String format, String description, int priority, String jsonPath) {
    static TableColumn of(Column column) {
        return new TableColumn(column.name(), column.type(), column.format(), "", column.priority(), "");
    }
}
