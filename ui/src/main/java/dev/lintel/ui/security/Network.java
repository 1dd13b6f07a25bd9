package dev.lintel.ui.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Whom an address stands for: everybody with IPv6 has 2^64 of them. */
final class Network {
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    /** @param address a literal, as the servlet container gives it */
    static String of(String address) {
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), PREFIX_BYTES))
                    : address;
        } catch (UnknownHostException noLiteral) {
            return address;
        }
    }
}
