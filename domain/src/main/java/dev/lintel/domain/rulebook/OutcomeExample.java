package dev.lintel.domain.rulebook;

import dev.lintel.domain.identifier.IdentifierType;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that a table about something else than doors can be asked, told as people tell it. What is null is nobody's, nowhere
 * or not asked.
 *
 * @param topic what it is about, as {@link OutcomeTopics} say it
 * @param kind for whom a pass is
 * @param identifier what a pass is
 * @param profile of whom it is about
 * @param group id of one of their groups
 * @param marker id of theirs
 * @param device id of the device that it is about
 * @param at by the clock of the project
 * @param holiday whether that day is one
 */
public record OutcomeExample(
        @Nullable String topic,
        @Nullable HolderKind kind,
        @Nullable IdentifierType identifier,
        @Nullable String profile,
        @Nullable String group,
        @Nullable String marker,
        @Nullable FamilyRole family,
        @Nullable String device,
        @Nullable LocalDateTime at,
        boolean holiday) {}
