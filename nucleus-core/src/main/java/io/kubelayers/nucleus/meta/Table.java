package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.RawObject;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param columnDefinitions TODO-DOC
 * @param rows TODO-DOC
 */
@ApiType(version = "v1")
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param type TODO-DOC
     * @param format TODO-DOC
     * @param description TODO-DOC
     * @param priority TODO-DOC
     */
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
     * TODO-DOC.
     *
     * @param cells TODO-DOC
     * @param conditions TODO-DOC
     * @param object TODO-DOC
     */
    @RecordBuilder
    public record Row(
        @Required @Atomic List<Object> cells,
        @Atomic List<RowCondition> conditions,
        @RawObject @Nullable Object object)
        implements TableRowBuilder.With {
        public Row {
            cells = Absent.list(cells);
            conditions = Absent.list(conditions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param status TODO-DOC
     * @param reason TODO-DOC
     * @param message TODO-DOC
     */
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
