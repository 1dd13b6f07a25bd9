package dev.lintel.ui.schedule;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.schedule.edit.Schedules;
import dev.lintel.domain.schedule.edit.StoredSchedule;
import dev.lintel.ui.i18n.Messages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes editors of schedules, with all that they need. */
@Component
final class ScheduleEditors {
    private final Schedules schedules;
    private final Messages messages;
    private final InstantSource clock;

    ScheduleEditors(Schedules schedules, Messages messages, InstantSource clock) {
        this.schedules = schedules;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param schedule null to add one */
    ScheduleEditor of(Actor actor, Project project, @Nullable StoredSchedule schedule, Runnable saved) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), project.timeZone());
        ScheduleEditor editor = new ScheduleEditor(schedules, messages, actor, project, today, saved);
        if (schedule == null) {
            editor.begin(today);
        } else {
            editor.show(schedule);
        }
        return editor;
    }

    /** Takes the schedule along as a calendar file. */
    Anchor download(Actor actor, StoredSchedule schedule) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] file = schedules
                            .file(actor, schedule.project(), schedule.id())
                            .orElse("")
                            .getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(file), "schedule.ics", "text/calendar", file.length);
                }),
                messages.getTranslation(
                        "schedule.download", UI.getCurrentOrThrow().getLocale()));
        link.addClassName("button-link");
        return link;
    }
}
