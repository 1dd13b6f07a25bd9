package dev.lintel.domain.wallet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers whom it should have told, and answers as the test wants. */
public final class ScriptedPush implements PassPush {
    public volatile Answer answer = Answer.TAKEN;
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Answer send(AppleCertificate certificate, String pushToken) {
        told.add(certificate.passType() + " " + pushToken);
        return answer;
    }
}
