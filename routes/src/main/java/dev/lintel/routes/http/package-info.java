/** What all HTTP interfaces for programs and devices have in common. */
@NullMarked
package dev.lintel.routes.http;

import org.jspecify.annotations.NullMarked;
