package dev.lintel.domain.mail;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a mail is for. Each type has its texts in every language, and says what its texts may and must mention. */
public enum MailType {
    /** Asks a new user to choose a password. Shows the image {@code cid:qr}. */
    INVITATION(
            Duration.ofDays(7),
            List.of("qr"),
            Placeholder.of("name", "Anna Bell"),
            Placeholder.secret("link", "https://lintel.example.org/welcome/k3s9"),
            Placeholder.secret("code", "482 913"),
            Placeholder.of("expires", "29.11.2026 18:00")),
    /** Lets somebody choose a new password. */
    PASSWORD_RECOVERY(
            Duration.ofHours(1),
            List.of(),
            Placeholder.of("name", "Anna Bell"),
            Placeholder.secret("link", "https://lintel.example.org/recover/k3s9"),
            Placeholder.of("expires", "22.11.2026 19:00")),
    /** Goes to a new mail address, to see whether it is right. */
    EMAIL_CHANGE(
            Duration.ofDays(1),
            List.of(),
            Placeholder.of("name", "Anna Bell"),
            Placeholder.secret("link", "https://lintel.example.org/confirm/k3s9"),
            Placeholder.of("expires", "23.11.2026 18:00")),
    /** Tells the old mail address of a new one that is to take its place. */
    EMAIL_CHANGE_NOTICE(
            Duration.ofDays(1),
            List.of(),
            Placeholder.of("name", "Anna Bell"),
            Placeholder.of("newEmail", "anna.bell@example.net"),
            Placeholder.of("expires", "23.11.2026 18:00")),
    /** Brings a visitor the address of their page. Shows the image {@code cid:qr}. */
    GUEST_PASS(
            Duration.ofDays(1),
            List.of("qr"),
            Placeholder.of("visitor", "Ben Cooper"),
            Placeholder.of("host", "Anna Bell"),
            Placeholder.of("place", "Heathfield House"),
            Placeholder.of("from", "22.11.2026 18:00"),
            Placeholder.of("until", "23.11.2026 18:00"),
            Placeholder.of("passes", "1"),
            Placeholder.of("message", "Second floor on the left"),
            Placeholder.secret("link", "https://lintel.example.org/g/k3s9")),
    /** Tells what became of the rules of a project. */
    RULE_REPORT(
            Duration.ofDays(3),
            List.of(),
            Placeholder.of("site", "Heathfield House"),
            Placeholder.of("from", "16.11.2026"),
            Placeholder.of("until", "23.11.2026"),
            Placeholder.of("report", "In force: version 3, with 4 policies.")),
    /** Shows that the way to the mail server works. */
    TEST(Duration.ofMinutes(10), List.of());

    /** What the server itself knows for every mail: its name, its address if it has one, and who gets the mail. */
    private static final List<Placeholder> COMMON = List.of(
            Placeholder.of("server", "Lintel"),
            Placeholder.of("serverUrl", "https://lintel.example.org"),
            Placeholder.of("email", "anna@example.org"));

    private final Duration goodFor;
    private final List<String> images;
    private final List<Placeholder> own;

    MailType(Duration goodFor, List<String> images, Placeholder... own) {
        this.goodFor = goodFor;
        this.images = images;
        this.own = List.of(own);
    }

    /** How long after it was written it is still worth sending. */
    public Duration goodFor() {
        return goodFor;
    }

    /** Names of the images that every mail of this type carries; a template shows one as {@code <img src="cid:name">}. */
    public List<String> images() {
        return images;
    }

    /** What whoever sends one has to give a value for. */
    public List<Placeholder> own() {
        return own;
    }

    /** All that a text may mention. */
    public List<Placeholder> placeholders() {
        return Stream.concat(own.stream(), COMMON.stream()).toList();
    }

    static Set<String> names(List<Placeholder> placeholders) {
        return placeholders.stream().map(Placeholder::name).collect(toUnmodifiableSet());
    }
}
