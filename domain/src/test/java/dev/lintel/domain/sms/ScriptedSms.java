package dev.lintel.domain.sms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers what it should have sent, and answers as the test wants. */
public final class ScriptedSms implements SmsCarrier {
    public volatile SmsAnswer answer = new SmsAnswer.Taken("SM1");
    public final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @Override
    public SmsAnswer send(SmsAccount account, String token, OutgoingSms sms) {
        sent.add(account.sender() + " " + token + " " + sms.to() + " " + sms.text());
        return answer;
    }
}
