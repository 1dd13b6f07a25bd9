package dev.lintel.routes.rest;

import dev.lintel.domain.schedule.holiday.StoredCalendar;
import dev.lintel.domain.schedule.holiday.Subscription;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A holiday calendar as the API shows it. */
record HolidayCalendarView(
        String id,
        String name,
        List<HolidayView> holidays,

        @Schema(description = "Null when it is kept by hand.") @Nullable
        SubscriptionView subscription,

        long version) {
    /** Where it comes from, and how it went. */
    record SubscriptionView(
            @Schema(description = "Told to those who may edit it; else empty.")
            String url,

            @Nullable Instant tried,

            @Schema(description = "Whose holidays these are.") @Nullable
            Instant refreshed,

            @Schema(
                    allowableValues = {
                        "address-refused",
                        "unreachable",
                        "timed-out",
                        "refused-there",
                        "too-large",
                        "no-calendar",
                        "no-holidays",
                        "too-many"
                    })
            @Nullable
            String problem,

            @Schema(description = "Such as the status of the answer.")
            String about) {
        static SubscriptionView of(Subscription subscription) {
            return new SubscriptionView(
                    subscription.url(),
                    subscription.tried(),
                    subscription.refreshed(),
                    subscription.problem() == null ? null : WireName.of(subscription.problem()),
                    subscription.about());
        }
    }

    static HolidayCalendarView of(StoredCalendar stored) {
        return new HolidayCalendarView(
                stored.id(),
                stored.name(),
                stored.calendar().holidays().stream().map(HolidayView::of).toList(),
                stored.subscription() == null ? null : SubscriptionView.of(stored.subscription()),
                stored.version());
    }
}
