package dev.lintel.domain.review;

import dev.lintel.domain.listing.TableFormat;
import dev.lintel.domain.listing.TableWriter;
import dev.lintel.domain.wire.WireName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rights of a closed review as comma-separated values, for programs: names of columns and values never depend on a language. */
final class EvidenceTable {
    private static final String BETWEEN = "; ";
    private static final List<String> HEADINGS = List.of(
            "number",
            "holder",
            "person",
            "personId",
            "identifierId",
            "identifierType",
            "label",
            "restriction",
            "restrictionId",
            "doors",
            "schedules",
            "grantedBy",
            "grantedTo",
            "grantedToId",
            "alsoGrantedTo",
            "lastUsed",
            "decision",
            "comment",
            "decided",
            "outcome",
            "review",
            "reviewId",
            "scope",
            "subject",
            "subjectId",
            "project",
            "reviewer",
            "verifier",
            "started",
            "startedBy",
            "handedIn",
            "closed");

    private EvidenceTable() {}

    static byte[] csv(Evidence evidence) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.CSV.open(bytes, "")) {
            table.row(HEADINGS);
            for (ReviewRight right : evidence.rights()) {
                table.row(cells(evidence, right));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<@Nullable Object> cells(Evidence evidence, ReviewRight right) {
        ReviewRight.Holder holder = right.holder();
        ReviewRight.Granting granting = right.granting();
        Review review = evidence.review();
        return Arrays.asList(
                (long) right.number(),
                WireName.of(holder.kind()),
                holder.personName(),
                holder.person(),
                holder.identifier(),
                holder.type() == null ? null : WireName.of(holder.type()),
                holder.label(),
                granting.name(),
                granting.restriction(),
                String.join(BETWEEN, granting.doors()),
                String.join(BETWEEN, granting.schedules()),
                WireName.of(granting.via().kind()),
                granting.viaName(),
                granting.via().id(),
                String.join(BETWEEN, right.also()),
                text(right.used()),
                right.decision() == null ? null : WireName.of(right.decision()),
                right.comment(),
                text(right.decided()),
                right.outcome() == null ? null : WireName.of(right.outcome()),
                review.name(),
                review.id(),
                WireName.of(review.scope().kind()),
                review.subject(),
                review.scope().id(),
                evidence.project().name(),
                review.reviewer().told(),
                review.verifier().told(),
                text(review.started()),
                review.startedBy(),
                text(review.handedIn()),
                text(review.closed()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
