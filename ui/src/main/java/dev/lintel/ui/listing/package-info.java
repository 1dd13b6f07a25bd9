/** The one list component: filters, order, columns, selection, export of every table of the product. */
@NullMarked
package dev.lintel.ui.listing;

import org.jspecify.annotations.NullMarked;
