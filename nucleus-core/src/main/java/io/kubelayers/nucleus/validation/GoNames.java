package io.kubelayers.nucleus.validation;

import java.util.Locale;

/** Names of fields in Go, as messages show those that have no name on the wire. */
final class GoNames {
    private GoNames() {}

    /** {@code clusterIP} is {@code ClusterIP}, {@code uid} is {@code UID}. */
    static String of(String name) {
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
            case "cephfs" -> "CephFS";
            case "storageos" -> "StorageOS";
            case "gcePersistentDisk" -> "GCEPersistentDisk";
            case "awsElasticBlockStore" -> "AWSElasticBlockStore";
            case "pdName" -> "PDName";
            case "wwids" -> "WWIDs";
            case "iscsiInterface" -> "ISCSIInterface";
            case "gmsaCredentialSpec" -> "GMSACredentialSpec";
            case "gmsaCredentialSpecName" -> "GMSACredentialSpecName";
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
