package io.kubelayers.nucleus.node;

/**
 * A block of IPv4 addresses.
 *
 * @param network the first address, as a number
 * @param length length of the prefix
 */
record Ipv4Block(int network, int length) {
    /**
     * Reads {@code 10.244.0.0/24}.
     *
     * @throws IllegalArgumentException if it isn't such a block
     */
    static Ipv4Block parse(String cidr) {
        int slash = cidr.indexOf('/');
        var octets = (slash < 0 ? cidr : cidr.substring(0, slash)).split("\\.");
        if (slash < 0 || octets.length != 4) {
            throw new IllegalArgumentException(cidr + " is no IPv4 block");
        }
        int address = 0;
        for (var octet : octets) {
            address = address << 8 | Integer.parseInt(octet);
        }
        return new Ipv4Block(address, Integer.parseInt(cidr.substring(slash + 1)));
    }

    /** How many addresses hosts can have: all but the first and the last. */
    int hosts() {
        return (1 << 32 - length) - 2;
    }

    /** The address at a place; 0 is the network itself. */
    String address(int place) {
        int address = network + place;
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }
}
