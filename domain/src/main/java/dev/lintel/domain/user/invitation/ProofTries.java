package dev.lintel.domain.user.invitation;

import dev.lintel.domain.user.Tries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes guessing of links and codes slow: from one network address, and for one mail address. */
@Component
class ProofTries {
    private final Tries perAddress;
    private final Tries perEmail;

    ProofTries(InstantSource clock) {
        perAddress = new Tries(clock, 10, Duration.ofSeconds(2), Duration.ofMinutes(10));
        perEmail = new Tries(clock, 5, Duration.ofSeconds(10), Duration.ofMinutes(10));
    }

    /** @throws TooManyProofsException when it has to wait */
    void begin(Proof proof, String address) {
        require(perAddress.begin(address));
        if (proof instanceof Proof.Code code) {
            require(perEmail.begin(code.email().toLowerCase(Locale.ROOT)));
        }
    }

    void succeeded(Proof proof, String address) {
        perAddress.giveBack(address);
        if (proof instanceof Proof.Code code) {
            perEmail.succeeded(code.email().toLowerCase(Locale.ROOT));
        }
    }

    /** Somebody asks for a mail to an address.
     *
     * @throws TooManyProofsException when it has to wait
     */
    void beginMail(String email, String address) {
        require(perAddress.begin(address));
        beginMail(email);
    }

    /** The same for somebody who may send mail to many people, but not many to one.
     *
     * @throws TooManyProofsException when it has to wait
     */
    void beginMail(String email) {
        require(perEmail.begin("mail to " + email.toLowerCase(Locale.ROOT)));
    }

    private static void require(Duration wait) {
        if (wait.isPositive()) {
            throw new TooManyProofsException(wait);
        }
    }
}
