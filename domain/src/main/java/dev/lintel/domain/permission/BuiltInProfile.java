package dev.lintel.domain.permission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The profiles that every server has. Their permissions are the columns of {@code permissions.csv}. */
public enum BuiltInProfile {
    /** The whole server, every project of it. */
    SERVER_ADMINISTRATOR,
    /** A company's resources: makes groups, hands out rights. */
    COMPANY_ADMINISTRATOR,
    /** What is in one's own groups and below. */
    SITE_ADMINISTRATOR,
    /** Daily work at the desk. */
    CONCIERGE,
    /** One's own home. */
    USER;

    /** Column of the first profile of the file; before it stand area, code and text of the permission. */
    private static final int FIRST_COLUMN = 3;

    private static final Map<BuiltInProfile, Set<Permission>> PERMISSIONS = read();

    /** As it stands in site files and over REST: {@code company-administrator}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<BuiltInProfile> ofCode(String code) {
        return Arrays.stream(values())
                .filter(profile -> profile.code().equals(code))
                .findFirst();
    }

    public Set<Permission> permissions() {
        return Objects.requireNonNull(PERMISSIONS.get(this));
    }

    /** The built-in profiles that its holders may hand out. Administrators also have all own profiles of their project. */
    public Set<String> available() {
        Set<BuiltInProfile> below =
                switch (this) {
                    case SERVER_ADMINISTRATOR -> EnumSet.allOf(BuiltInProfile.class);
                    case COMPANY_ADMINISTRATOR -> EnumSet.of(SITE_ADMINISTRATOR, CONCIERGE, USER);
                    case SITE_ADMINISTRATOR -> EnumSet.of(CONCIERGE, USER);
                    case CONCIERGE, USER -> EnumSet.noneOf(BuiltInProfile.class);
                };
        return below.stream().map(BuiltInProfile::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The profile as others are; name and description are the code, for the views to translate. */
    public Profile profile() {
        return new Profile(code(), null, code(), "", permissions(), available(), 0);
    }

    private static Map<BuiltInProfile, Set<Permission>> read() {
        Map<BuiltInProfile, Set<Permission>> found = new EnumMap<>(BuiltInProfile.class);
        for (BuiltInProfile profile : values()) {
            int column = FIRST_COLUMN + profile.ordinal() - 1;
            found.put(
                    profile,
                    profile == SERVER_ADMINISTRATOR
                            ? Set.of(Permission.values())
                            : lines().stream()
                                    .skip(1)
                                    .map(line -> line.split(",", -1))
                                    .filter(cells -> cells[column].equals("+"))
                                    .map(cells -> Permission.ofCode(cells[1]).orElseThrow())
                                    .collect(Collectors.toUnmodifiableSet()));
        }
        return found;
    }

    /** The catalogue, line by line; the first names the columns. */
    static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(BuiltInProfile.class.getResourceAsStream("permissions.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
