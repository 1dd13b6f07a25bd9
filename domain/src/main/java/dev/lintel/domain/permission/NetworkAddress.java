package dev.lintel.domain.permission;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Network addresses as people know them. */
public final class NetworkAddress {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final int GROUPS = 8;

    private NetworkAddress() {}

    /**
     * An IPv6 address in its one short form (RFC 5952), and one that only maps an IPv4 address as that. Anything else, such
     * as an IPv4 address, stays as it is; no name is ever looked up.
     */
    public static String shortest(String address) {
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet4Address four ? four.getHostAddress() : shortest(parsed.getAddress());
        } catch (UnknownHostException malformed) {
            return address;
        }
    }

    private static String shortest(byte[] six) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(Integer.toHexString((six[2 * i] & 0xff) << 8 | six[2 * i + 1] & 0xff));
        }
        for (int length = GROUPS; length > 1; length--) {
            int zeros = Collections.indexOfSubList(groups, Collections.nCopies(length, "0"));
            if (zeros >= 0) {
                return String.join(":", groups.subList(0, zeros)) + "::"
                        + String.join(":", groups.subList(zeros + length, GROUPS));
            }
        }
        return String.join(":", groups);
    }
}
