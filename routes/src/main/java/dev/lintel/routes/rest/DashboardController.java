package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.dashboard.DashboardRefusedException;
import dev.lintel.domain.user.dashboard.Dashboards;
import dev.lintel.domain.user.dashboard.PlacedWidget;
import dev.lintel.domain.user.dashboard.WidgetSize;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the asker has arranged their Today. */
@RestController
@RequestMapping("/api/v1/me/dashboard")
@Tag(name = "Me")
class DashboardController {
    /** A widget in its place. */
    record WidgetView(
            @Schema(
                    example = "acs-log",
                    description = "One of those that `GET` lists.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String widget,

            @Schema(description = "A hidden one keeps its place and size. True when it is absent.") @Nullable
            Boolean shown,

            @Schema(
                    description = "In columns.",
                    minimum = "1",
                    maximum = "6",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Integer width,

            @Schema(description = "In rows.", minimum = "1", maximum = "8", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Integer height) {
        static WidgetView of(PlacedWidget placed) {
            return new WidgetView(
                    placed.widget(),
                    placed.shown(),
                    placed.size().width(),
                    placed.size().height());
        }
    }

    /** All widgets in their order. */
    record DashboardView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<WidgetView> widgets) {
        static DashboardView of(List<PlacedWidget> layout) {
            return new DashboardView(layout.stream().map(WidgetView::of).toList());
        }
    }

    private final Dashboards dashboards;

    DashboardController(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping
    @Operation(
            summary = "Tell how one has arranged one's dashboard",
            description = "Lists every widget that there is for the account, hidden ones too.")
    DashboardView get(Actor actor) {
        MeController.requireAccount(actor);
        return DashboardView.of(dashboards.of(actor));
    }

    @PutMapping
    @Operation(
            summary = "Arrange one's dashboard",
            description = "Widgets that are not named stand behind the others, as they usually are.")
    DashboardView arrange(Actor actor, @RequestBody DashboardView wanted) {
        MeController.requireAccount(actor);
        if (wanted.widgets() == null) {
            throw new RefusedException("widgets", "is missing");
        }
        List<PlacedWidget> layout = new ArrayList<>();
        for (WidgetView widget : wanted.widgets()) {
            layout.add(placed(field(layout.size()), widget));
        }
        try {
            return DashboardView.of(dashboards.arrange(actor, layout));
        } catch (DashboardRefusedException refused) {
            String widget = Quoted.of(layout.get(refused.index()).widget());
            throw new RefusedException(
                    field(refused.index()) + ".widget",
                    widget
                            + switch (refused.reason()) {
                                case UNKNOWN -> " is unknown";
                                case TWICE -> " is named twice";
                            });
        }
    }

    @DeleteMapping
    @Operation(summary = "Put one's dashboard back to how it usually is")
    DashboardView reset(Actor actor) {
        MeController.requireAccount(actor);
        return DashboardView.of(dashboards.reset(actor));
    }

    private static String field(int index) {
        return "widgets[" + index + "]";
    }

    private static PlacedWidget placed(String field, @Nullable WidgetView widget) {
        if (widget == null) {
            throw new RefusedException(field, "is missing");
        }
        return new PlacedWidget(
                Words.required(field + ".widget", widget.widget()),
                !Boolean.FALSE.equals(widget.shown()),
                new WidgetSize(
                        size(field + ".width", widget.width(), WidgetSize.WIDEST),
                        size(field + ".height", widget.height(), WidgetSize.TALLEST)));
    }

    private static int size(String field, @Nullable Integer size, int most) {
        if (size == null) {
            throw new RefusedException(field, "is missing");
        }
        return Words.within(field, size, 1, most);
    }
}
