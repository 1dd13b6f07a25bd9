package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.UI;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.rulebook.Diagnostic;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.Markers;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.group.GroupPicker;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes sentences about policies of a project, and the fields for what they can name there. */
@Component
final class RulebookParts {
    private final AccessDirectory directory;
    private final Profiles profiles;
    private final DeviceList devices;
    private final ObjectProvider<GroupPicker> groups;
    private final Markers markers;
    private final Messages messages;
    private final InstantSource clock;

    RulebookParts(
            AccessDirectory directory,
            Profiles profiles,
            DeviceList devices,
            ObjectProvider<GroupPicker> groups,
            Markers markers,
            Messages messages,
            InstantSource clock) {
        this.clock = clock;
        this.directory = directory;
        this.profiles = profiles;
        this.devices = devices;
        this.groups = groups;
        this.markers = markers;
        this.messages = messages;
    }

    /**
     * What a policy can name.
     *
     * @param holderGroups whose groups, and {@code doorGroups} where; one field cannot stand at two places
     * @param devices by id
     */
    record Choices(
            GroupPicker holderGroups,
            GroupPicker doorGroups,
            ReferenceChoices devices,
            Known known,
            PolicyNames names) {}

    /**
     * What there is of what is short enough to be offered in whole.
     *
     * @param profiles names by id, and so {@code markers} and {@code schedules}
     */
    record Known(
            Map<String, String> profiles,
            Map<String, String> markers,
            Map<String, String> schedules,
            List<String> tags) {
        /** As fields offer them, by name. */
        static List<Choice> choices(Map<String, String> names) {
            return names.entrySet().stream()
                    .map(one -> new Choice(one.getKey(), one.getValue()))
                    .sorted(Comparator.comparing(Choice::name))
                    .toList();
        }
    }

    /** Those of one project, for one person. Names are as they are at this moment. */
    final class Of {
        private final Actor actor;
        private final long project;
        private final Locale locale;

        private Of(Actor actor, long project, Locale locale) {
            this.actor = actor;
            this.project = project;
            this.locale = locale;
        }

        PolicySentences sentences() {
            return new PolicySentences(messages, locale, names(actor, project, locale));
        }

        OutcomeSentences outcomes() {
            return new OutcomeSentences(messages, locale, names(actor, project, locale), sentences());
        }

        CaseSentences cases() {
            PolicyNames.OfSite names = names(actor, project, locale);
            return new CaseSentences(
                    messages, locale, names, sentences(), names.site().project().timeZone());
        }

        HintWords hints(RuleSet rules, @Nullable Consumer<Diagnostic> keep) {
            return new HintWords(rules, messages, locale, cases(), outcomes(), keep);
        }

        /** The full hour, by the clock of the project. */
        LocalDateTime now() {
            return LocalDateTime.ofInstant(clock.instant(), zone()).truncatedTo(ChronoUnit.HOURS);
        }

        /** What people call a group; its id when it is no more. */
        @Nullable
        String groupName(@Nullable String id) {
            String name = id == null ? null : names(actor, project, locale).group(id);
            return name == null ? id : name;
        }

        Instant instant() {
            return clock.instant();
        }

        ZoneId zone() {
            return names(actor, project, locale).site().project().timeZone();
        }

        /** By the clock of the project. */
        Moments moments() {
            return BrowserZone.moments(UI.getCurrentOrThrow(), messages, zone());
        }

        Choices choices() {
            return RulebookParts.this.choices(actor, project, locale);
        }
    }

    Of of(Actor actor, long project, Locale locale) {
        return new Of(actor, project, locale);
    }

    private Choices choices(Actor actor, long project, Locale locale) {
        ReferenceChoices doors = actor.reach(Permission.DEVICE_VIEW) instanceof Reach.Nothing
                ? ReferenceChoices.of(List.of())
                : ReferenceChoices.ofProject(
                        devices,
                        actor,
                        project,
                        "words",
                        "id",
                        status -> new Choice(status.device().id(), status.displayName()));
        PolicyNames.OfSite names = names(actor, project, locale);
        Known known = new Known(names.profiles(), names.markers(), names.schedules(), names.tags());
        return new Choices(picker(project), picker(project), doors, known, names);
    }

    private GroupPicker picker(long project) {
        GroupPicker picker = groups.getObject();
        picker.setProject(project);
        return picker;
    }

    private PolicyNames.OfSite names(Actor actor, long project, Locale locale) {
        SiteSnapshot site = directory.site(project);
        if (site == null) {
            throw new IllegalStateException("project " + project + " has just been deleted");
        }
        return new PolicyNames.OfSite(site, profiles(actor, project, locale), markers(actor, project));
    }

    private Map<String, String> markers(Actor actor, long project) {
        return actor.reach(Permission.MARKER_VIEW) instanceof Reach.Nothing
                ? Map.of()
                : markers.list(actor, project).stream().collect(Collectors.toMap(Marker::id, Marker::name));
    }

    private Map<String, String> profiles(Actor actor, long project, Locale locale) {
        Map<String, String> names = new HashMap<>();
        List<Profile> known = actor.reach(Permission.PROFILE_VIEW) instanceof Reach.Nothing
                ? profiles.available(actor, project)
                : profiles.list(actor, project);
        known.forEach(profile -> names.put(profile.id(), profile.name()));
        for (BuiltInProfile profile : BuiltInProfile.values()) {
            names.put(profile.code(), messages.nameOf(locale, profile));
        }
        return names;
    }
}
