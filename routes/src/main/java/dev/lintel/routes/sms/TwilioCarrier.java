package dev.lintel.routes.sms;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.lintel.domain.sms.OutgoingSms;
import dev.lintel.domain.sms.SmsAccount;
import dev.lintel.domain.sms.SmsAnswer;
import dev.lintel.domain.sms.SmsCarrier;
import dev.lintel.domain.sms.SmsProblem;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.twilio.TwilioComponent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Brings short messages to Twilio over the route for that, one after the other. */
@Component
class TwilioCarrier implements SmsCarrier {
    private static final String OPTION = "CamelTwilio.";
    private static final int UNAUTHORISED = 401;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    /** Twilio's error codes, as its documentation lists them: about the number to which a message goes. */
    private static final Set<Integer> OF_NUMBERS = Set.of(21211, 21214, 21217, 21265, 21401, 21421, 21610, 21614);

    /** About the number from which it comes, and where the account may send to. */
    private static final Set<Integer> OF_SENDERS =
            Set.of(21212, 21215, 21408, 21603, 21606, 21608, 21611, 21612, 21659, 21660);

    private static final Set<Integer> OF_ACCOUNTS = Set.of(20003, 20004, 20005, 20008, 20404);

    private final ProducerTemplate routes;
    private final CamelContext camel;
    private final URI service;

    TwilioCarrier(
            ProducerTemplate routes,
            CamelContext camel,
            @Value("${lintel.sms.twilio-url:https://api.twilio.com}") URI service) {
        this.routes = routes;
        this.camel = camel;
        this.service = service;
    }

    @Override
    public synchronized SmsAnswer send(SmsAccount account, String token, OutgoingSms sms) {
        camel.getComponent(SmsRoutes.COMPONENT, TwilioComponent.class)
                .setRestClient(TwilioClient.of(service, account, token));
        Exchange sent = routes.send(SmsRoutes.TO_SERVICE, exchange -> {
            exchange.getMessage()
                    .setHeader(OPTION + "to", new PhoneNumber(sms.to().digits()));
            exchange.getMessage().setHeader(OPTION + "from", new PhoneNumber(account.sender()));
            exchange.getMessage().setHeader(OPTION + "body", sms.text());
        });
        Exception failure = sent.getException();
        if (failure != null) {
            return refused(failure);
        }
        Message taken = sent.getMessage().getBody(Message.class);
        return new SmsAnswer.Taken(taken == null ? "" : Objects.requireNonNullElse(taken.getSid(), ""));
    }

    private static SmsAnswer.Refused refused(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ApiException refusal) {
                return new SmsAnswer.Refused(problem(refusal), said(refusal));
            }
            if (each instanceof ApiConnectionException || each instanceof IOException) {
                return new SmsAnswer.Refused(SmsProblem.UNREACHABLE, said(each));
            }
        }
        return new SmsAnswer.Refused(SmsProblem.OTHER, failure.getClass().getSimpleName());
    }

    private static String said(Throwable failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    private static SmsProblem problem(ApiException refusal) {
        int code = Objects.requireNonNullElse(refusal.getCode(), 0);
        int status = Objects.requireNonNullElse(refusal.getStatusCode(), 0);
        if (OF_NUMBERS.contains(code)) {
            return SmsProblem.NUMBER_REFUSED;
        }
        if (OF_SENDERS.contains(code)) {
            return SmsProblem.SENDER_REFUSED;
        }
        if (status == UNAUTHORISED || OF_ACCOUNTS.contains(code)) {
            return SmsProblem.AUTHENTICATION_FAILED;
        }
        return status == TOO_MANY || status >= SERVER_ERRORS ? SmsProblem.LATER : SmsProblem.OTHER;
    }
}
