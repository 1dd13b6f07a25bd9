/** The words that people read: message bundles, languages, moments in time. */
@NullMarked
package dev.lintel.ui.i18n;

import org.jspecify.annotations.NullMarked;
