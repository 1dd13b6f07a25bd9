package dev.lintel.domain.guestpass;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Guest passes on paper. */
@Service
public class PrintedPasses {
    private final GuestPasses passes;
    private final SharedPasses shared;
    private final ProjectStore projects;
    private final PassSheet sheet;

    PrintedPasses(GuestPasses passes, SharedPasses shared, ProjectStore projects, PassSheet sheet) {
        this.passes = passes;
        this.shared = shared;
        this.projects = projects;
        this.sheet = sheet;
    }

    /**
     * The pass as a PDF in the visitor's language.
     *
     * @throws GuestPassRefusedException while the server does not know its own address
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional
    public byte[] pdf(Actor actor, long project, String id) {
        URI link = shared.link(actor, project, id);
        if (link == null) {
            throw new GuestPassRefusedException(Field.PASS, Reason.NOT_SET_UP, "server address");
        }
        return pdf(actor, project, id, link.toString());
    }

    /**
     * The same with the address by which the asker has reached the server.
     *
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional(readOnly = true)
    public byte[] pdf(Actor actor, long project, String id, String link) {
        GuestPass pass = passes.all(actor, Permission.IDENTIFIER_EDIT, project, List.of(id))
                .getFirst();
        return sheet.pdf(pass, projects.byId(project).orElseThrow(), link);
    }
}
