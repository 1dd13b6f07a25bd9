package dev.lintel.domain.mail;

/**
 * What a template writes as {@code {name}} and the mail shows as a value.
 *
 * @param name of letters only
 * @param obligatory the mail is useless without it
 * @param secret whoever knows the value can do something with it
 * @param sample a value for the preview
 */
public record Placeholder(String name, boolean obligatory, boolean secret, String sample) {
    static Placeholder of(String name, String sample) {
        return new Placeholder(name, false, false, sample);
    }

    static Placeholder secret(String name, String sample) {
        return new Placeholder(name, true, true, sample);
    }

    /** As templates write it. */
    public String written() {
        return "{" + name + "}";
    }
}
