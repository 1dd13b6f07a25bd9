package dev.lintel.routes.rest;

import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.guestpass.GuestPassRow;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A guest pass as the API shows one. */
record GuestPassView(
        String id,

        @Schema(description = "Id of the person who expects the visitor.")
        String user,

        @Schema(description = "Name of that person.") String host,

        @Schema(allowableValues = {"guest", "courier"}) String kind,

        @Schema(allowableValues = {"qr", "access-code", "url", "licence-plate"})
        String type,

        @Schema(
                description =
                        "What is presented at the door: for those who may give the pass away, and masked for others.")
        String value,

        String visitor,
        String message,
        String email,
        String phone,

        @Schema(allowableValues = {"en", "ru", "uk"}) String language,

        @Schema(allowableValues = {"valid", "not-yet", "expired", "used-up", "suspended", "revoked"})
        String state,

        @Nullable Instant from,
        @Nullable Instant until,

        @Schema(description = "Null is without limit.") @Nullable
        Integer passes,

        int passesUsed,

        @Schema(description = "Ids of the restrictions that it opens.")
        List<String> restrictions,

        Instant created,

        @Schema(description = "Send it back with a change, so that nobody's change is lost.")
        long version) {
    /** @param shown whether what opens doors is for the asker */
    static GuestPassView of(GuestPass pass, boolean shown, Instant now) {
        return new GuestPassView(
                pass.id(),
                pass.host(),
                pass.identifier().owner(),
                WireName.of(pass.kind()),
                WireName.of(pass.type()),
                shown ? pass.facts().value() : pass.identifier().shownValue(),
                pass.visitor(),
                pass.message(),
                pass.email(),
                pass.phone(),
                pass.language().toLanguageTag(),
                WireName.of(pass.state(now)),
                pass.facts().validFrom(),
                pass.facts().validUntil(),
                pass.facts().maxPasses(),
                pass.facts().passesUsed(),
                pass.identifier().restrictions(),
                pass.identifier().created(),
                pass.version());
    }

    /** A pass in a list. */
    record Row(
            String id,
            String user,
            String host,
            String visitor,
            String kind,
            String type,
            String state,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer passes,
            int passesUsed,

            @Schema(description = "Names of what it opens.") List<String> opens,

            @Nullable Instant lastUsed,
            Instant created) {
        static Row of(GuestPassRow row) {
            return new Row(
                    row.id(),
                    row.host(),
                    row.hostName(),
                    row.visitor(),
                    WireName.of(row.kind()),
                    WireName.of(row.type()),
                    WireName.of(row.state()),
                    row.from(),
                    row.until(),
                    row.maxPasses(),
                    row.passesUsed(),
                    row.restrictions(),
                    row.used(),
                    row.created());
        }
    }

    /** What a pass is to be. */
    record Wanted(
            @Schema(description = "Id of the person who expects the visitor; oneself if absent.") @Nullable
            String user,

            @Schema(
                    description = "`guest` if absent.",
                    allowableValues = {"guest", "courier"})
            @Nullable
            String kind,

            @Schema(
                    description =
                            "`qr` if absent. For `url` the visitor's page opens the door, and there is nothing to hold.",
                    allowableValues = {"qr", "access-code", "url", "licence-plate"})
            @Nullable
            String type,

            @Schema(description = "Of a licence plate.") @Nullable
            String plate,

            @Nullable String visitor,
            @Nullable String message,
            @Nullable String email,

            @Schema(example = "+44 20 7946 0000") @Nullable String phone,

            @Schema(
                    name = "visitorLanguage",
                    description = "In which the visitor is written to; `en` if absent.",
                    allowableValues = {"en", "ru", "uk"})
            @Nullable
            String visitorLanguage,

            @Schema(description = "Now if absent.", example = "2026-01-05T09:00:00Z") @Nullable
            String from,

            @Schema(description = "A day later if absent.", example = "2026-01-06T09:00:00Z") @Nullable
            String until,

            @Schema(description = "One if absent; 0 is without limit.") @Nullable
            Integer passes,

            @Schema(description = "Ids of what it opens, of those that the host has for guests.") @Nullable
            List<String> restrictions) {
        GuestPassDraft draft(@Nullable String oneself, Instant now) {
            Instant begins = Objects.requireNonNullElse(Words.instant("from", from), now);
            return new GuestPassDraft(
                    user == null ? Words.required("user", oneself) : user,
                    Objects.requireNonNullElse(Words.choice("kind", GuestKind.class, kind), GuestKind.GUEST),
                    Objects.requireNonNullElse(Words.choice("type", IdentifierType.class, type), IdentifierType.QR),
                    text(plate),
                    text(visitor),
                    text(message),
                    text(email),
                    text(phone),
                    visitorLanguage == null ? Locale.ENGLISH : Locale.forLanguageTag(visitorLanguage),
                    begins,
                    Objects.requireNonNullElse(Words.instant("until", until), begins.plus(GuestPassDraft.USUAL_PERIOD)),
                    passes == null ? Integer.valueOf(GuestPassDraft.USUAL_PASSES) : limited(passes),
                    restrictions == null ? List.of() : restrictions);
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    /** How much longer and how much more often it is to be good. */
    record Extension(
            @Schema(example = "2026-01-07T09:00:00Z") @Nullable
            String until,

            @Schema(description = "In all, those used included; 0 is without limit.") @Nullable
            Integer passes,

            @Schema(description = "Of the pass as last read.") @Nullable
            Long version) {
        Instant end() {
            return Objects.requireNonNull(Words.instant("until", Words.required("until", until)));
        }

        @Nullable
        Integer inAll() {
            if (passes == null) {
                throw new RefusedException("passes", "is missing");
            }
            return limited(passes);
        }

        long known() {
            if (version == null) {
                throw new RefusedException("version", "is missing");
            }
            return version;
        }
    }

    /** How much may be given away; null is not said. */
    record LimitsView(
            @Schema(description = "How many days a pass may last.", example = "7") @Nullable
            Integer mostDays,

            @Schema(description = "How often a pass may be used.", example = "10") @Nullable
            Integer mostPasses,

            @Schema(description = "How many passes somebody may have out at once.", example = "20") @Nullable
            Integer mostAtOnce) {
        static LimitsView of(GuestLimits limits) {
            return new LimitsView(limits.days(), limits.passes(), limits.atOnce());
        }

        GuestLimits limits() {
            return new GuestLimits(mostDays, mostPasses, mostAtOnce);
        }
    }

    private static @Nullable Integer limited(int passes) {
        return passes == 0 ? null : Integer.valueOf(passes);
    }
}
