package dev.lintel.domain.user.people;

import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Problem;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the actor of an import reaches: people, groups, profiles, markers. Judges drafts as {@link PersonCheck} does one. */
public final class Surroundings {
    /** Before ids among the paths of groups; no path begins so. */
    static final String ID = "\0";

    private final Map<String, Person> byId = new HashMap<>();
    private final Map<String, Person> byEmail = new HashMap<>();
    private final Map<String, List<String>> taken;
    private final Map<String, List<String>> groups;
    private final Map<String, String> profiles;
    private final Map<String, String> markers;
    private final boolean mayBeNowhere;

    /**
     * @param taken whose an address in lower case is, each as "project/person"
     * @param groups ids by path in lower case, and by {@link #ID} with the id
     * @param profiles ids by name in lower case
     * @param markers ids by name in lower case
     * @param mayBeNowhere whether somebody may be in no group
     */
    Surroundings(
            List<Person> people,
            Map<String, List<String>> taken,
            Map<String, List<String>> groups,
            Map<String, String> profiles,
            Map<String, String> markers,
            boolean mayBeNowhere) {
        this.taken = taken;
        this.groups = groups;
        this.profiles = profiles;
        this.markers = markers;
        this.mayBeNowhere = mayBeNowhere;
        for (Person person : people) {
            byId.put(person.id(), person);
            String email = person.user().email();
            if (email != null) {
                byEmail.put(email.toLowerCase(Locale.ROOT), person);
            }
        }
    }

    /** Whom a row means: the id goes before the address. */
    public @Nullable Person person(@Nullable String id, @Nullable String email) {
        if (id != null && !id.isEmpty()) {
            return byId.get(id);
        }
        return email == null ? null : byEmail.get(email.toLowerCase(Locale.ROOT));
    }

    /** Ids of the groups that a path or an id means; none, one, or several of the same path. */
    public List<String> groups(String text) {
        List<String> byPath = groups.getOrDefault(text.toLowerCase(Locale.ROOT), List.of());
        return byPath.isEmpty() ? groups.getOrDefault(ID + text, List.of()) : byPath;
    }

    /** Id of the profile with that id or name; the text itself when there is none. */
    public String profile(String text) {
        return profiles.containsValue(text) ? text : profiles.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    }

    /** Id of the marker with that name; the text itself when there is none. */
    public String marker(String text) {
        return markers.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    }

    /** Adds everything that is wrong with a draft. */
    public void judge(@Nullable Person before, PersonDraft draft, List<Problem> problems) {
        PersonCheck.texts(draft, problems);
        String email = draft.email();
        if (email != null && !isFree(email, before)) {
            problems.add(new Problem(Field.EMAIL, Reason.TAKEN, email));
        }
        if (before != null
                && before.account() != null
                && !Objects.equals(email, before.user().email())) {
            problems.add(new Problem(Field.EMAIL, Reason.TO_BE_CONFIRMED, Objects.toString(email, "")));
        }
        if (!profiles.containsValue(draft.profile())
                || before != null && !profiles.containsValue(before.user().profile())) {
            problems.add(new Problem(Field.PROFILE, Reason.UNAVAILABLE, draft.profile()));
        }
        String marker = draft.marker();
        if (marker != null && !markers.containsValue(marker) && (before == null || !marker.equals(before.marker()))) {
            problems.add(new Problem(Field.MARKER, Reason.UNAVAILABLE, marker));
        }
        groups(before, draft, problems);
    }

    private boolean isFree(String email, @Nullable Person before) {
        String own = before == null ? "" : before.project() + "/" + before.id();
        return taken.getOrDefault(email.toLowerCase(Locale.ROOT), List.of()).stream()
                .allMatch(own::equals);
    }

    private void groups(@Nullable Person before, PersonDraft draft, List<Problem> problems) {
        List<String> old = before == null ? List.of() : before.user().groups();
        if (before != null && before.mainUser() != null && !old.equals(draft.groups())) {
            problems.add(new Problem(Field.GROUPS, Reason.FOLLOWS_MAIN_USER, ""));
        }
        Set<String> touched = new HashSet<>(old);
        touched.removeAll(draft.groups());
        touched.removeIf(group -> groups.containsKey(ID + group));
        touched.forEach(group -> problems.add(new Problem(Field.GROUPS, Reason.UNAVAILABLE, group)));
        if (draft.groups().isEmpty() && !mayBeNowhere && problems.isEmpty()) {
            problems.add(new Problem(Field.GROUPS, Reason.MISSING, ""));
        }
    }
}
