package dev.lintel.domain.mail;

import java.util.regex.Pattern;

/**
 * An image that travels in the mail.
 *
 * @param name templates show it as {@code cid:name}; lower case letters
 * @param mediaType for instance {@code image/png}
 */
public record InlineImage(String name, String mediaType, byte[] bytes) {
    private static final Pattern NAME = Pattern.compile("[a-z]{1,20}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("image/(png|jpeg|gif)");

    public InlineImage {
        if (!NAME.matcher(name).matches() || !MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("no image for a mail: \"" + name + "\", \"" + mediaType + "\"");
        }
    }
}
