package dev.lintel.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A request of this very machine, and not one that a proxy on it passes on for somebody else. */
final class DirectlyFromThisMachine implements RequestMatcher {
    @Override
    public boolean matches(HttpServletRequest request) {
        boolean passedOn = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return !passedOn && isLoopback(request.getRemoteAddr());
    }

    static boolean isLoopback(String address) {
        try {
            // an address as the servlet container gives it is a literal, so nothing is looked up
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
