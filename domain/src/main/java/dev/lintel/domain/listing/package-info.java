/** Lists of anything: filters, order, pages, saved segments; knows no feature. */
@NullMarked
package dev.lintel.domain.listing;

import org.jspecify.annotations.NullMarked;
