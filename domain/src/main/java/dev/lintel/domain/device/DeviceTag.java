package dev.lintel.domain.device;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What words can be tags of devices. */
public final class DeviceTag {
    private DeviceTag() {}

    /** As they are stored: in lower case, sorted, none twice. */
    public static List<String> cleaned(Collection<String> tags) {
        return tags.stream()
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    /** What is wrong with tags, in English; empty when nothing is. */
    public static Optional<String> problem(List<String> tags) {
        if (tags.size() > Device.MOST_TAGS) {
            return Optional.of("are " + tags.size() + ", more than " + Device.MOST_TAGS);
        }
        return tags.stream().anyMatch(tag -> !isTag(tag))
                ? Optional.of("must be of 1 to " + Device.LONGEST_TAG + " characters each, without commas")
                : Optional.empty();
    }

    /** Whether a word can be a tag. */
    public static boolean isTag(String word) {
        return !word.isBlank()
                && word.codePointCount(0, word.length()) <= Device.LONGEST_TAG
                && word.codePoints().noneMatch(one -> one == ',' || Character.isISOControl(one));
    }
}
