package dev.lintel.routes.panel;

import dev.lintel.domain.identifier.exchange.ListedIdentifier;
import dev.lintel.domain.identifier.exchange.PanelAccess;
import dev.lintel.domain.identifier.exchange.PanelSource;
import dev.lintel.domain.identifier.exchange.PanelUnavailableException;
import dev.lintel.domain.identifier.exchange.PanelUnavailableException.Problem;
import dev.lintel.routes.panel.PanelAddresses.RefusedAddressException;
import dev.lintel.routes.panel.PanelList.NotUnderstoodException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches the identifiers of a BAS-IP panel over its HTTP interface: {@code /api/v1}, or {@code /api/v0} of older ones. No
 * redirects, no cookies, no more than a panel has, and not for long: whoever names the address is not trusted with it.
 */
@Component
class BasipPanelSource implements PanelSource, DisposableBean {
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Executor WHEN_IT_TAKES_TOO_LONG =
            CompletableFuture.delayedExecutor(LONGEST.toSeconds() / 2, TimeUnit.SECONDS);
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int ITEMS_A_PAGE = 50;

    private final InstantSource clock;
    private final CloseableHttpClient http;

    /** @param trusted names of hosts that are taken as they are, even this machine; none unless an operator says so */
    BasipPanelSource(@Value("${lintel.panels.trusted-hosts:}") List<String> trusted, InstantSource clock) {
        this.clock = clock;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PanelAddresses(trusted))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(PATIENCE).build())
                .setUserAgent("Lintel")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** An answer of a panel, as far as it is read. */
    private record Answer(int status, byte[] body) {}

    @Override
    public List<ListedIdentifier> list(PanelAccess access) throws PanelUnavailableException {
        Instant end = clock.instant().plus(LONGEST);
        try {
            for (String version : List.of("/api/v1", "/api/v0")) {
                Answer login = get(access, version + "/login" + login(access), null);
                if (login.status() != 404) {
                    requireWelcome(login);
                    return all(access, version, PanelList.token(login.body()), end);
                }
            }
            throw new PanelUnavailableException(Problem.NO_PANEL);
        } catch (NotUnderstoodException foreign) {
            throw new PanelUnavailableException(Problem.NO_PANEL);
        } catch (RefusedAddressException refused) {
            throw new PanelUnavailableException(Problem.ADDRESS_REFUSED);
        } catch (InterruptedIOException late) {
            throw new PanelUnavailableException(Problem.TIMED_OUT);
        } catch (IOException away) {
            throw new PanelUnavailableException(Problem.UNREACHABLE);
        }
    }

    private List<ListedIdentifier> all(PanelAccess access, String version, String token, Instant end)
            throws IOException, NotUnderstoodException, PanelUnavailableException {
        List<ListedIdentifier> all = new ArrayList<>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            if (clock.instant().isAfter(end)) {
                throw new PanelUnavailableException(Problem.TIMED_OUT);
            }
            Answer answer = get(
                    access, version + "/access/identifier/items?limit=" + ITEMS_A_PAGE + "&page_number=" + page, token);
            requireWelcome(answer);
            PanelList read = PanelList.read(answer.body());
            pages = read.pages();
            all.addAll(read.identifiers(all.size() + 1));
            if (all.size() > MOST) {
                throw new PanelUnavailableException(Problem.TOO_MANY);
            }
        }
        return all;
    }

    private static void requireWelcome(Answer answer) throws PanelUnavailableException {
        if (answer.status() == 401 || answer.status() == 403) {
            throw new PanelUnavailableException(Problem.LOGIN_REFUSED);
        }
        if (answer.status() != 200) {
            throw new PanelUnavailableException(Problem.NO_PANEL);
        }
    }

    private Answer get(PanelAccess access, String path, @Nullable String token) throws IOException {
        HttpGet request = new HttpGet(URI.create(access.address() + path));
        request.setHeader("Accept", "application/json");
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        // patience starts anew with each byte that comes in, so a panel that sends slowly is left at the last
        WHEN_IT_TAKES_TOO_LONG.execute(request::cancel);
        return http.execute(request, BasipPanelSource::read);
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new Answer(response.getCode(), new byte[0]);
        }
        try (var body = response.getEntity().getContent()) {
            byte[] read = body.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                // without this the rest would be read before the connection is given back
                response.close();
                return new Answer(response.getCode(), new byte[0]);
            }
            return new Answer(response.getCode(), read);
        }
    }

    /** Panels want the MD5 of the password, in capitals: that is their protocol, and protects nothing. */
    private static String login(PanelAccess access) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(access.password().getBytes(StandardCharsets.UTF_8));
            return "?username=" + URLEncoder.encode(access.user(), StandardCharsets.UTF_8) + "&password="
                    + HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }

    @Override
    public void destroy() {
        http.close(CloseMode.GRACEFUL);
    }
}
