package io.kubelayers.nucleus.validation;

import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.value.Bytes;
import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as a field error shows it. Upstream checks its internal types, which have no JSON names, so messages show
 * every field under its Go name, also those that are not set: {@code {"Name":"r","ResourceClaimName":null}}.
 */
public final class GoStruct {
    private GoStruct() {}

    /** The record as a plain tree of its fields by their Go names. */
    public static Map<String, @Nullable Object> of(Record record) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        for (var field : RecordSchema.of(record.getClass()).fields()) {
            tree.put(goName(field.name()), value(field.get(record)));
        }
        return tree;
    }

    /** The records of a list as plain trees; null if there are none, as an empty list of Go is. */
    public static @Nullable List<@Nullable Object> of(List<?> list) {
        if (list.isEmpty()) {
            return null;
        }
        var trees = new ArrayList<@Nullable Object>();
        for (var item : list) {
            trees.add(value(item));
        }
        return trees;
    }

    static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Record record && !(value instanceof IntOrString)) {
            return of(record);
        }
        if (value instanceof List<?> list) {
            return of(list);
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? null : values(map);
        }
        if (value instanceof IntOrString either && either.isInt()) {
            return (long) either.intValue();
        }
        return value instanceof Quantity || value instanceof Bytes || value instanceof IntOrString
                ? value.toString()
                : value;
    }

    private static Map<String, @Nullable Object> values(Map<?, ?> map) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : map.entrySet()) {
            tree.put((String) entry.getKey(), value(entry.getValue()));
        }
        return tree;
    }

    /** {@code clusterIP} is {@code ClusterIP}, {@code uid} is {@code UID}. */
    static String goName(String name) {
        if (name.startsWith("seLinux")) {
            return "SELinux" + name.substring(7);
        }
        return switch (name) {
            case "uid",
                    "ip",
                    "id",
                    "os",
                    "csi",
                    "nfs",
                    "rbd",
                    "fc",
                    "iscsi",
                    "tty",
                    "grpc",
                    "iqn",
                    "uri",
                    "url",
                    "cidr",
                    "api",
                    "tls" -> name.toUpperCase(Locale.ROOT);
            case "cidrs" -> "CIDRs";
            case "fsType" -> "FSType";
            case "fsGroup" -> "FSGroup";
            case "fsGroupChangePolicy" -> "FSGroupChangePolicy";
            case "apiVersion" -> "APIVersion";
            case "apiGroup" -> "APIGroup";
            case "ipMode" -> "IPMode";
            case "dnsPolicy" -> "DNSPolicy";
            case "dnsConfig" -> "DNSConfig";
            case "httpGet" -> "HTTPGet";
            case "httpHeaders" -> "HTTPHeaders";
            case "tcpSocket" -> "TCPSocket";
            default -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
        };
    }
}
