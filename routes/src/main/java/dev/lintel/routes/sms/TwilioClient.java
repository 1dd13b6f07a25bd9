package dev.lintel.routes.sms;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import dev.lintel.domain.sms.SmsAccount;
import java.net.URI;
import java.net.URL;

/** Twilio's own client, sent to another address where one is set. */
final class TwilioClient extends HttpClient {
    static final URI USUAL = URI.create("https://api.twilio.com");

    private static final HttpClient NETWORK = new NetworkHttpClient();

    private final URI service;

    private TwilioClient(URI service) {
        this.service = service;
    }

    /** A client that cannot do anything yet. */
    static TwilioRestClient ofNobody() {
        return new TwilioRestClient.Builder("nobody", "nothing").build();
    }

    static TwilioRestClient of(URI service, SmsAccount account, String token) {
        return new TwilioRestClient.Builder(account.account(), token)
                .httpClient(service.equals(USUAL) ? NETWORK : new TwilioClient(service))
                .build();
    }

    @Override
    public Response makeRequest(Request request) {
        URL wanted = request.constructURL();
        Request moved = new Request(
                request.getMethod(), service.resolve(wanted.getFile()).toString());
        request.getPostParams().forEach((name, values) -> values.forEach(value -> moved.addPostParam(name, value)));
        moved.setAuth(request.getUsername(), request.getPassword());
        return NETWORK.makeRequest(moved);
    }
}
