/** Access reviews: somebody goes through the rights of people, a second person verifies, and what is to go goes. */
@NullMarked
package dev.lintel.domain.review;

import org.jspecify.annotations.NullMarked;
