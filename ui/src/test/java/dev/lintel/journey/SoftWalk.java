package dev.lintel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Compares what is shown for another's records with what is shown for none, and tells all differences at the end. */
final class SoftWalk {
    private final List<String> leaks = new ArrayList<>();
    private final StringBuilder everything = new StringBuilder();

    void compare(String route, Screen known, Screen unknown) {
        everything.append(known.text());
        if (!known.equals(unknown)) {
            leaks.add(route + "\nshows: " + known + "\nbut for nothing: " + unknown);
        }
    }

    /** @param mark stands in everything of the other's */
    void end(String mark) {
        assertThat(leaks).isEmpty();
        assertThat(everything).doesNotContain(mark);
    }
}
