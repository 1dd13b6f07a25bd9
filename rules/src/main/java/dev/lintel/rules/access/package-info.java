/** What the access rules speak about: the restrictions that are tried, and what the rules find. */
@NullMarked
package dev.lintel.rules.access;

import org.jspecify.annotations.NullMarked;
