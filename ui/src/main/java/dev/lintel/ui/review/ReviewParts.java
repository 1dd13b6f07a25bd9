package dev.lintel.ui.review;

import dev.lintel.domain.review.ReviewEvidence;
import dev.lintel.domain.review.ReviewRights;
import dev.lintel.domain.review.Reviews;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.RecordLists;
import org.springframework.stereotype.Component;

/** What the page of a review is made from. */
@Component
record ReviewParts(
        Reviews reviews, ReviewRights rights, ReviewEvidence evidence, RecordLists lists, Messages messages) {}
