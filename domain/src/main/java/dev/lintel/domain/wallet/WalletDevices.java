package dev.lintel.domain.wallet;

import dev.lintel.domain.permission.Unguarded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What phones ask about passes in Apple Wallet (Apple, "Adding a Web Service to Update Passes"). Who shows the token of a
 * pass has the pass; who does not learns nothing, not even whether there is one.
 */
@Service
public class WalletDevices {
    private static final String TOKEN = "whoever shows the token of the pass has the pass";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

    private final WalletStore wallets;
    private final WalletPassStore store;
    private final WalletDeviceStore devices;
    private final WalletPasses passes;
    private final PassChanges changes;

    WalletDevices(
            WalletStore wallets,
            WalletPassStore store,
            WalletDeviceStore devices,
            WalletPasses passes,
            PassChanges changes) {
        this.wallets = wallets;
        this.store = store;
        this.devices = devices;
        this.passes = passes;
        this.changes = changes;
    }

    /**
     * A pass as a phone names it.
     *
     * @param token from its header; null when it shows none
     */
    public record Asked(
            String passType, String serial, @Nullable String token) {}

    /** What became of a wish to be told. */
    public enum Registration {
        NEW,
        KNOWN,
        REFUSED
    }

    /** Passes that have changed: their serial numbers, and what to ask with the next time. */
    public record Changed(List<String> serials, String tag) {}

    /** A pass file and when it became what it is. */
    public record File(byte @Nullable [] pass, Instant changed) {}

    /** Tells this phone from now on when the pass changes. */
    @Unguarded(TOKEN)
    @Transactional
    public Registration register(String device, Asked asked, String pushToken) {
        boolean named =
                NAME.matcher(device).matches() && NAME.matcher(pushToken).matches();
        Optional<StoredPass> pass = named ? shown(asked) : Optional.empty();
        return pass.map(found -> devices.add(found, device, pushToken) ? Registration.NEW : Registration.KNOWN)
                .orElse(Registration.REFUSED);
    }

    /** @return false when the token is not that of the pass */
    @Unguarded(TOKEN)
    @Transactional
    public boolean unregister(String device, Asked asked) {
        Optional<StoredPass> pass = shown(asked);
        pass.ifPresent(found -> devices.remove(found, device));
        return pass.isPresent();
    }

    /**
     * Which of the passes of a phone have changed; empty when none has.
     *
     * @param since what was given the last time; null for all
     */
    @Unguarded("a phone names itself by a number that nobody else knows, and learns numbers of its own passes only")
    @Transactional
    public Optional<Changed> changed(String device, String passType, @Nullable String since) {
        if (!isOurs(passType) || !NAME.matcher(device).matches()) {
            return Optional.empty();
        }
        changes.note();
        List<StoredPass> found = devices.passes(device, instant(since));
        return found.stream()
                .map(StoredPass::changed)
                .max(Instant::compareTo)
                .map(last -> new Changed(found.stream().map(StoredPass::serial).toList(), tag(last)));
    }

    /**
     * The pass as it is now, without anything but that it is over when it is deleted; empty when the token is not its own.
     *
     * @param known when what the phone has became what it is; when that is still so, no file is given
     */
    @Unguarded(TOKEN)
    @Transactional
    public Optional<File> pass(Asked asked, @Nullable Instant known) {
        if (shown(asked).isEmpty()) {
            return Optional.empty();
        }
        changes.note(asked.serial());
        StoredPass pass = store.bySerial(asked.serial()).orElseThrow();
        // headers tell seconds
        Instant changed = pass.changed().truncatedTo(ChronoUnit.SECONDS);
        return Optional.of(
                known != null && !changed.isAfter(known)
                        ? new File(null, changed)
                        : new File(passes.again(pass, wallets.apple().orElseThrow()), changed));
    }

    private Optional<StoredPass> shown(Asked asked) {
        String token = asked.token();
        return token != null && isOurs(asked.passType())
                ? store.bySerial(asked.serial()).filter(pass -> isSame(pass.token(), token))
                : Optional.empty();
    }

    private boolean isOurs(String passType) {
        return wallets.apple()
                .filter(apple -> apple.certificate().passType().equals(passType))
                .isPresent();
    }

    /** In a time that tells nothing. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String tag(Instant at) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    private static Instant instant(@Nullable String tag) {
        try {
            return tag == null ? Instant.EPOCH : Instant.EPOCH.plus(Long.parseLong(tag), ChronoUnit.MICROS);
        } catch (NumberFormatException | ArithmeticException | DateTimeException none) {
            return Instant.EPOCH;
        }
    }
}
