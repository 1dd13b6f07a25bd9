@NullMarked
package dev.lintel.routes.rest;

import org.jspecify.annotations.NullMarked;
