package dev.lintel.routes.holiday;

import dev.lintel.domain.schedule.holiday.CalendarSource;
import dev.lintel.domain.schedule.holiday.CalendarUnavailableException;
import dev.lintel.domain.schedule.holiday.SubscriptionProblem;
import dev.lintel.domain.schedule.ics.HolidayFile;
import dev.lintel.routes.holiday.PublicAddresses.RefusedAddressException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gets calendars over HTTP from public addresses: few redirects, no cookies, no more than a calendar may have, not for long. */
@Component
class HttpCalendarSource implements CalendarSource, DisposableBean {
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);
    private static final int MOST_SECONDS = 30;
    private static final int MOST_REDIRECTS = 3;
    private static final Executor WHEN_IT_TAKES_TOO_LONG =
            CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS);

    private final CloseableHttpClient http;

    /** @param trusted names of hosts of an own network whose calendars may be subscribed to; none unless an operator says so */
    HttpCalendarSource(@Value("${lintel.holidays.trusted-hosts:}") List<String> trusted) {
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(trusted.stream()
                                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                                .collect(Collectors.toUnmodifiableSet())))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(PATIENCE)
                        .setMaxRedirects(MOST_REDIRECTS)
                        .build())
                .setUserAgent("Lintel")
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    @Override
    public byte[] fetch(URI url) throws CalendarUnavailableException {
        HttpGet request = new HttpGet(url);
        request.setHeader("Accept", "text/calendar, */*;q=0.1");
        // patience starts anew with each byte that comes in, so a server that sends slowly is left at the last
        WHEN_IT_TAKES_TOO_LONG.execute(request::cancel);
        try {
            Fetched fetched = http.execute(request, HttpCalendarSource::read);
            if (fetched.problem() != null) {
                throw new CalendarUnavailableException(fetched.problem(), fetched.about());
            }
            return fetched.file();
        } catch (RefusedAddressException refused) {
            throw new CalendarUnavailableException(SubscriptionProblem.ADDRESS_REFUSED, "");
        } catch (InterruptedIOException late) {
            throw new CalendarUnavailableException(SubscriptionProblem.TIMED_OUT, "");
        } catch (IOException away) {
            SubscriptionProblem problem =
                    request.isCancelled() ? SubscriptionProblem.TIMED_OUT : SubscriptionProblem.UNREACHABLE;
            throw new CalendarUnavailableException(problem, "");
        }
    }

    /** @param problem null when there is a file */
    private record Fetched(byte[] file, @Nullable SubscriptionProblem problem, String about) {
        static Fetched problem(SubscriptionProblem problem, String about) {
            return new Fetched(new byte[0], problem, about);
        }
    }

    private static Fetched read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != HttpStatus.SC_OK || response.getEntity() == null) {
            return Fetched.problem(SubscriptionProblem.REFUSED_THERE, Integer.toString(response.getCode()));
        }
        try (InputStream body = response.getEntity().getContent()) {
            byte[] file = body.readNBytes(HolidayFile.MOST_BYTES + 1);
            if (file.length > HolidayFile.MOST_BYTES) {
                // without this the rest would be read before the connection is given back
                response.close();
                return Fetched.problem(SubscriptionProblem.TOO_LARGE, "");
            }
            return new Fetched(file, null, "");
        }
    }

    @Override
    public void destroy() {
        http.close(CloseMode.GRACEFUL);
    }
}
