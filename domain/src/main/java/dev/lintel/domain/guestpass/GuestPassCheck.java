package dev.lintel.domain.guestpass;

import dev.lintel.domain.guestpass.GuestLimitTable.ByRow;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Problem;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;
import dev.lintel.domain.mail.MailAddress;
import dev.lintel.domain.settings.ServerSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Judges drafts of guest passes: the texts by themselves, the rest by what the host has and may give. */
@Component
class GuestPassCheck {
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    /** In the form that telephone networks know everywhere (ITU-T E.164), with what people put between the digits. */
    private static final Pattern PHONE = Pattern.compile("\\+[0-9 ()-]{7,49}");

    private final GuestRestrictions restrictions;
    private final LimitsOfHosts limits;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    GuestPassCheck(GuestRestrictions restrictions, LimitsOfHosts limits, JdbcTemplate jdbc, InstantSource clock) {
        this.restrictions = restrictions;
        this.limits = limits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Returns when a new pass can be stored. The project is locked, so that nobody counts beside us.
     *
     * @throws GuestPassRefusedException with everything that is wrong
     */
    void require(long project, ZoneId zone, GuestPassDraft draft) {
        List<Problem> problems = new ArrayList<>();
        if (!GuestPassDraft.TYPES.contains(draft.type())) {
            problems.add(new Problem(Field.TYPE, Reason.UNAVAILABLE, ""));
        }
        texts(draft, problems);
        given(project, draft, problems);
        HostLimits most = limits.of(project, draft.host(), draft.kind(), draft.type());
        within(most, zone, draft.from(), draft.until(), draft.passes(), problems);
        atOnce(project, draft.host(), most, problems);
        refuse(problems);
    }

    /**
     * Returns when a pass can last so long and be used so often.
     *
     * @throws GuestPassRefusedException with everything that is wrong
     */
    void requireExtension(GuestPass pass, ZoneId zone, Instant until, @Nullable Integer passes) {
        List<Problem> problems = new ArrayList<>();
        if (pass.facts().revoked()) {
            problems.add(new Problem(Field.PASS, Reason.REVOKED, ""));
        }
        HostLimits most = limits.of(pass.project(), pass.host(), pass.kind(), pass.type());
        Instant from = Objects.requireNonNullElse(
                pass.facts().validFrom(), pass.identifier().created());
        within(most, zone, from, until, passes, problems);
        if (problems.isEmpty() && isOver(pass)) {
            // it counts again from now on
            atOnce(pass.project(), pass.host(), most, problems);
        }
        refuse(problems);
    }

    private boolean isOver(GuestPass pass) {
        return switch (pass.state(clock.instant())) {
            case REVOKED, EXPIRED, USED_UP -> true;
            case SUSPENDED, NOT_YET, VALID -> false;
        };
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new GuestPassRefusedException(problems);
        }
    }

    private static void texts(GuestPassDraft draft, List<Problem> problems) {
        if (draft.message().length() > GuestPassDraft.LONGEST_MESSAGE) {
            problems.add(new Problem(Field.MESSAGE, Reason.TOO_LONG, ""));
        } else if (CONTROL_BUT_LINES.matcher(draft.message()).find()) {
            problems.add(new Problem(Field.MESSAGE, Reason.MALFORMED, ""));
        }
        if (!draft.email().isEmpty() && !MailAddress.isValid(draft.email())) {
            problems.add(new Problem(Field.EMAIL, Reason.MALFORMED, draft.email()));
        }
        if (!draft.phone().isEmpty() && !PHONE.matcher(draft.phone()).matches()) {
            problems.add(new Problem(Field.PHONE, Reason.MALFORMED, draft.phone()));
        }
        if (!ServerSettings.LANGUAGES.contains(draft.language())) {
            problems.add(new Problem(
                    Field.LANGUAGE, Reason.UNAVAILABLE, draft.language().toLanguageTag()));
        }
    }

    private void given(long project, GuestPassDraft draft, List<Problem> problems) {
        List<String> usable = restrictions.of(project, draft.host()).stream()
                .map(OpenToGuests::id)
                .toList();
        if (usable.isEmpty()) {
            problems.add(new Problem(Field.RESTRICTIONS, Reason.NOTHING_TO_GIVE, ""));
        } else if (draft.restrictions().isEmpty()) {
            problems.add(new Problem(Field.RESTRICTIONS, Reason.MISSING, ""));
        } else if (!usable.containsAll(draft.restrictions())) {
            String unknown = draft.restrictions().stream()
                    .filter(id -> !usable.contains(id))
                    .collect(Collectors.joining(", "));
            problems.add(new Problem(Field.RESTRICTIONS, Reason.UNAVAILABLE, unknown));
        }
    }

    /** Days are those of the calendar on the wall: a pass for a day is not refused when the clocks go back. */
    private void within(
            HostLimits most,
            ZoneId zone,
            Instant from,
            Instant until,
            @Nullable Integer passes,
            List<Problem> problems) {
        if (!until.isAfter(from) || !until.isAfter(clock.instant())) {
            problems.add(new Problem(Field.UNTIL, Reason.OVER_ALREADY, ""));
        }
        Integer mostDays = most.limits().days();
        Integer mostPasses = most.limits().passes();
        if (mostDays != null
                && until.isAfter(from.atZone(zone).plusDays(mostDays).toInstant())) {
            problems.add(above(Field.UNTIL, mostDays, most, GuestLimits::days));
        }
        if (passes != null && (passes < 1 || passes > GuestLimits.MOST_PASSES)) {
            problems.add(new Problem(Field.PASSES, Reason.OUT_OF_RANGE, passes.toString()));
        } else if (mostPasses != null && (passes == null || passes > mostPasses)) {
            problems.add(above(Field.PASSES, mostPasses, most, GuestLimits::passes));
        }
    }

    private static Problem above(
            Field field, Integer limit, HostLimits most, Function<GuestLimits, @Nullable Integer> which) {
        return new Problem(field, Reason.ABOVE_LIMIT, limit.toString(), most.row(which));
    }

    /** What a row of a table says counts the passes alone that it speaks of. */
    private void atOnce(long project, String host, HostLimits most, List<Problem> problems) {
        Integer limit = most.limits().atOnce();
        if (limit == null) {
            return;
        }
        ByRow row = most.row(GuestLimits::atOnce) == null ? null : most.by();
        String[] kinds = names(row == null ? Set.of() : row.kinds());
        String[] types = names(row == null ? Set.of() : row.types());
        Integer out = jdbc.queryForObject(
                """
                select count(*) from identifier
                where project_id = ? and person_id = ? and guest is not null and not revoked
                  and (valid_until is null or valid_until > ?) and (max_passes is null or passes_used < max_passes)
                  and (cardinality(?::text[]) = 0 or guest = any (?)) and (cardinality(?::text[]) = 0 or type = any (?))""",
                Integer.class,
                project,
                host,
                clock.instant().atOffset(ZoneOffset.UTC),
                kinds,
                kinds,
                types,
                types);
        if (out != null && out >= limit) {
            problems.add(above(Field.AT_ONCE, limit, most, GuestLimits::atOnce));
        }
    }

    private static String[] names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
