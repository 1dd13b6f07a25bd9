package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Exports;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.ListingRefusedException;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.TableFormat;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.Quoted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes any list along as a file. */
@RestController
@RequestMapping("/api/v1/lists/{list}/export")
@Tag(
        name = "Lists",
        description = "What all lists have in common: `access-matrix`, `acs-log`, `audit`, `devices`, `group-grants`,"
                + " `groups`, `mails`, `markers`, `projects`, `tokens`, `users`.")
class ListExportController {
    private final KnownLists lists;
    private final Exports exports;

    ListExportController(KnownLists lists, Exports exports) {
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping
    @ListParameters
    @Operation(summary = "All that is found, as a file", description = """
        Takes the filters and the order of the list, and its permission; `after` and `limit` are passed over. The \
        first row names the fields. Values are written as filters write them, except that several stand with \
        semicolons between them, and that no text is taken for a formula by a spreadsheet: what looks like one \
        begins with an apostrophe. The audit keeps who took what along.\
        """)
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"))
            })
    void export(
            Actor actor,
            @PathVariable String list,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"csv", "xlsx"},
                                            defaultValue = "csv"))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(description = "Fields with commas between them; all if absent.")
                    @RequestParam(required = false)
                    @Nullable
                    String columns,
            @Parameter(hidden = true) ListRequest request,
            HttpServletResponse response)
            throws IOException {
        TableFormat wanted =
                Objects.requireNonNullElse(Words.choice("format", TableFormat.class, format), TableFormat.CSV);
        send(actor, lists.named(list), wanted, columns, request, response);
    }

    private <T> void send(
            Actor actor,
            Records<T> records,
            TableFormat format,
            @Nullable String columns,
            ListRequest request,
            HttpServletResponse response)
            throws IOException {
        Exports.Layout<T> layout = layout(records.listing(), columns);
        try (Exports.Table table = exports.write(actor, records, request.query(records), format, layout)) {
            response.setContentType(format.mediaType());
            response.setContentLengthLong(table.bytes());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + table.name() + '"');
            table.copyTo(response.getOutputStream());
        }
    }

    private static <T> Exports.Layout<T> layout(Listing<T> listing, @Nullable String columns) {
        List<Field<T>> fields = columns == null || columns.isBlank()
                ? listing.fields()
                : Arrays.stream(columns.split(","))
                        .map(key -> field(listing, key.strip()))
                        .toList();
        return new Exports.Layout<>(
                listing.name(), fields.stream().map(Field::key).toList(), record -> {
                    List<@Nullable Object> cells = new ArrayList<>();
                    fields.forEach(field -> cells.add(cell(field, field.value().apply(record))));
                    return cells;
                });
    }

    private static <T> Field<T> field(Listing<T> listing, String key) {
        return listing.field(key)
                .orElseThrow(() -> new ListingRefusedException(
                        "columns",
                        Quoted.of(key) + " is no field of this list; it must be one of "
                                + listing.fields().stream().map(Field::key).collect(Collectors.joining(", "))));
    }

    private static @Nullable Object cell(Field<?> field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Collection<?> several ->
                several.stream().map(field.type()::write).collect(Collectors.joining(";"));
            default -> field.type().write(value);
        };
    }
}
