package dev.lintel.routes.panel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves hosts to addresses where a panel may be: own networks, since panels live there, but never this machine, the next
 * link, or the places where clouds tell machines their secrets. The client connects to the very addresses that are checked
 * here, so that a name which means something else a moment later gains nothing.
 */
final class PanelAddresses implements DnsResolver {
    /** Metadata services outside of 169.254.0.0/16, which is refused as a whole. */
    private static final Set<String> METADATA = Set.of("100.100.100.200", "192.0.0.192", "168.63.129.16");

    private static final byte[] METADATA_6 = {
        (byte) 0xfd, 0, 0x0e, (byte) 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54
    };

    private final Set<String> trusted;

    /** @param trusted names of hosts that are taken as they are, in lower case */
    PanelAddresses(List<String> trusted) {
        this.trusted = trusted.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The host has an address where no panel is. */
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
                if (!mayBePanel(address)) {
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

    static boolean mayBePanel(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        if (special || METADATA.contains(address.getHostAddress())) {
            return false;
        }
        return address instanceof Inet6Address
                ? !hides4(bytes) && !Arrays.equals(bytes, METADATA_6)
                // 0.0.0.0/8 is this network, 240.0.0.0/4 nobody's and everybody's
                : bytes[0] != 0 && (bytes[0] & 0xf0) != 0xf0;
    }

    /** Forms of IPv6 that lead to an address of IPv4 inside: mapped, compatible, NAT64, 6to4, Teredo. */
    private static boolean hides4(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return first == 0 || first == 0x64 && second == 0xff9b || first == 0x2002 || first == 0x2001 && second == 0;
    }
}
