package dev.lintel.domain.identifier.exchange;

import dev.lintel.domain.identifier.exchange.PanelUnavailableException.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * How a panel is reached, and how one logs in there.
 *
 * @param address scheme {@code http} or {@code https}, host and perhaps a port; nothing else
 */
public record PanelAccess(URI address, String user, String password) {
    private static final int LONGEST = 200;

    /**
     * Reads an address as people type it; without a scheme it is {@code http}, which is what panels speak.
     *
     * @throws PanelUnavailableException when it is none
     */
    public static PanelAccess of(String typed, String user, String password) throws PanelUnavailableException {
        String text = typed.strip();
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean plain = (uri.getPath().isEmpty() || uri.getPath().equals("/"))
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null;
            boolean known = scheme.equals("http") || scheme.equals("https");
            if (plain && known && uri.getHost() != null && text.length() <= LONGEST && uri.getPort() <= 0xFFFF) {
                return new PanelAccess(
                        new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null), user, password);
            }
        } catch (URISyntaxException malformed) {
            // said below, together with what is no address of a panel
        }
        throw new PanelUnavailableException(Problem.ADDRESS_MALFORMED);
    }

    /** Without the password, which is nobody's to read in a log. */
    @Override
    public String toString() {
        return user + " at " + address;
    }
}
