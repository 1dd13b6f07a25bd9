@NullMarked
package dev.lintel;

import org.jspecify.annotations.NullMarked;
