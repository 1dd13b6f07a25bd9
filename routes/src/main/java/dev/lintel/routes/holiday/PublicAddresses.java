package dev.lintel.routes.holiday;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves hosts to addresses that are open to everybody, and refuses those that have any other. The client connects to the
 * very addresses that are checked here, at each redirect again, so that a name which means something else a moment later
 * gains nothing.
 */
final class PublicAddresses implements DnsResolver {
    private final Set<String> trusted;

    /** @param trusted names of hosts of an own network that are taken as they are, in lower case */
    PublicAddresses(Set<String> trusted) {
        this.trusted = trusted;
    }

    /** The host has an address of a network that is not open to everybody. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        if (!trusted.contains(host.toLowerCase(Locale.ROOT))) {
            for (InetAddress address : all) {
                if (!isPublic(address)) {
                    throw new RefusedAddressException(host);
                }
            }
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** By the registries of special addresses, RFC 6890 and its successors. */
    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special && (address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes));
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean protocols = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean relay = a == 192 && b == 88 && c == 99;
        boolean benchmark = a == 198 && (b == 18 || b == 19);
        boolean documentation = a == 198 && b == 51 && c == 100 || a == 203 && b == 0 && c == 113;
        return a != 0 && a < 240 && !shared && !protocols && !relay && !benchmark && !documentation;
    }

    /** Only what is given out to everybody, and nothing in which an address of IPv4 may hide. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean protocols = first == 0x2001 && second < 0x200;
        boolean documentation = first == 0x2001 && second == 0xdb8 || first == 0x3fff;
        boolean hides4 = first == 0x2002;
        return global && !protocols && !documentation && !hides4;
    }
}
