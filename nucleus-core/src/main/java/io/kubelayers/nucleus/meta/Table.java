package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.RawObject;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of objects as rows and columns, made by the server for people to read.
 *
 * @param metadata List metadata: resource version and continue token.
 * @param columnDefinitions Name, type and priority of each column, in order.
 * @param rows One row an object.
 */
@ApiType(group = "meta.k8s.io", version = "v1")
@RecordBuilder
public record Table(
        @Written ListMeta metadata,
        @Required @Atomic List<ColumnDefinition> columnDefinitions,
        @Required @Atomic List<Row> rows)
        implements TableBuilder.With {
    public Table {
        metadata = Absent.or(metadata, ListMeta.EMPTY);
        columnDefinitions = Absent.list(columnDefinitions);
        rows = Absent.list(rows);
    }

    /**
     * Describes one column of a table answer.
     *
     * @param name Column title.
     * @param type Value type in OpenAPI terms, such as string, integer or boolean.
     * @param format OpenAPI format hint, such as date or name; empty if none.
     * @param description Readable explanation of the column.
     * @param priority Importance: 0 is always shown, higher numbers only in wide output.
     */
    @TypeName("TableColumnDefinition")
    @RecordBuilder
    public record ColumnDefinition(
            @Required String name,
            @Required String type,
            @Required String format,
            @Required String description,
            @Required int priority)
            implements TableColumnDefinitionBuilder.With {
        public ColumnDefinition {
            name = Absent.text(name);
            type = Absent.text(type);
            format = Absent.text(format);
            description = Absent.text(description);
        }
    }

    /**
     * One row of a table answer.
     *
     * @param cells Values in column order; each is a string, number, boolean, list, map or null.
     * @param conditions Extra marks on the row; empty for a plain row.
     * @param object The object behind the row, whole or metadata only as includeObject asked; null if left out.
     */
    @TypeName("TableRow")
    @RecordBuilder
    public record Row(
            @Required @Atomic List<@Nullable Object> cells,
            @Atomic List<RowCondition> conditions,
            @Written @RawObject @Nullable Object object)
            implements TableRowBuilder.With {
        public Row {
            cells = Absent.values(cells);
            conditions = Absent.list(conditions);
        }
    }

    /**
     * A mark on a table row that lets a client treat it differently.
     *
     * @param type Kind of mark; Completed means the object has run to its end.
     * @param status Whether the mark holds: True, False or Unknown.
     * @param reason Short machine-readable reason; may be empty.
     * @param message Readable detail; may be empty.
     */
    @TypeName("TableRowCondition")
    @RecordBuilder
    public record RowCondition(
            @Required @EnumValues(value = RowConditionType.class, closed = false) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) String status,
            @Nullable String reason,
            @Nullable String message)
            implements TableRowConditionBuilder.With {
        public RowCondition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code RowConditionType} known upstream; others may occur. */
    public static final class RowConditionType {
        public static final String COMPLETED = "Completed";

        private RowConditionType() {}
    }
}
