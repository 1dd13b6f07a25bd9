/** How everybody arranges what they see first. */
@NullMarked
package dev.lintel.domain.user.dashboard;

import org.jspecify.annotations.NullMarked;
