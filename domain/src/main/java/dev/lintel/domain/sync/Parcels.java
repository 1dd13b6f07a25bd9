package dev.lintel.domain.sync;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.OfflineRight;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.sync.CopyContent.OfIdentifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packs what devices are to learn, and takes their word for what they have. */
@Service
public class Parcels {
    /** So many copies at a time: a message that any panel can take. */
    private static final int MOST = 50;

    /** As much as leaves room for the rest of a message of 64 KB. */
    private static final int MOST_BYTES = 48_000;

    private static final String OF_DEVICES = "devices ask and tell it, not people";

    private final AccessDirectory directory;
    private final CopyStore store;
    private final PlanStore plans;

    Parcels(AccessDirectory directory, CopyStore store, PlanStore plans) {
        this.directory = directory;
        this.store = store;
        this.plans = plans;
    }

    /**
     * The next copies for a device, always of the newest content; empty when it has all. Identifiers whose newest content
     * names schedules that are not planned yet wait for these.
     */
    @Unguarded(OF_DEVICES)
    @Transactional(readOnly = true)
    public Parcel next(String serial) {
        SiteSnapshot site = directory.siteOfSerial(serial);
        Device device = directory.device(serial);
        List<CopyStore.Due> due = site == null || device == null
                ? List.of()
                : store.due(site.project().id(), device.id(), MOST);
        return site == null || device == null || due.isEmpty()
                ? new Parcel(serial, List.of(), List.of())
                : packed(site, device, due);
    }

    private Parcel packed(SiteSnapshot site, Device device, List<CopyStore.Due> due) {
        List<Parcel.Stored> contents = new ArrayList<>();
        List<CopyKey> forget = new ArrayList<>();
        Set<String> planned = store.schedules(site.project().id(), device.id());
        ScheduleContents schedules = new ScheduleContents(site, plans.horizon());
        int bytes = 0;
        for (CopyStore.Due next : due) {
            CopyContent content = next.digest() == null ? null : content(site, schedules, next.key());
            if (content == null) {
                forget.add(next.key());
                continue;
            }
            String digest = content.digest();
            // what it has already only waits for the plan to say so
            boolean isNews = !digest.equals(next.held());
            if (isNews && (!(content instanceof OfIdentifier of) || planned.containsAll(of.schedules()))) {
                bytes += content.json().length;
                if (bytes > MOST_BYTES && !contents.isEmpty()) {
                    break;
                }
                contents.add(new Parcel.Stored(next.key().kind(), digest, content));
            }
        }
        return new Parcel(device.serial(), contents, forget);
    }

    /** Serial numbers of those of these devices that are there and have something to learn. */
    @Unguarded(OF_DEVICES)
    @Transactional(readOnly = true)
    public List<String> waiting(long project, Collection<String> devices) {
        return store.waiting(project, devices);
    }

    /** Serial numbers of all devices that are there and have something to learn. */
    @Unguarded(OF_DEVICES)
    @Transactional(readOnly = true)
    public List<String> waiting() {
        return store.waiting();
    }

    private static @Nullable CopyContent content(SiteSnapshot site, ScheduleContents schedules, CopyKey key) {
        return switch (key.kind()) {
            case IDENTIFIER -> {
                Identifier identifier = site.identifier(key.record());
                List<OfflineRight> rights = site.offlineRights(key.record()).get(key.device());
                yield identifier == null || rights == null ? null : OfIdentifier.of(identifier, rights);
            }
            case SCHEDULE -> schedules.of(key.record());
        };
    }

    /**
     * A device says what it has by now. What it was never given is passed over.
     *
     * @param held digests of contents by their records; null for what it has deleted
     * @param refused why it could not take others
     */
    @Unguarded(OF_DEVICES)
    @Transactional
    public void acknowledged(String serial, Map<Copied, @Nullable String> held, Map<Copied, String> refused) {
        SiteSnapshot site = directory.siteOfSerial(serial);
        Device device = directory.device(serial);
        if (site == null || device == null) {
            return;
        }
        long project = site.project().id();
        Map<CopyKey, @Nullable String> known = new HashMap<>();
        held.forEach((copied, digest) -> known.put(copied.at(device.id()), digest));
        Map<CopyKey, String> problems = new HashMap<>();
        refused.forEach((copied, problem) -> problems.put(copied.at(device.id()), problem));
        store.acknowledge(project, known);
        store.refuse(project, problems);
    }

    /** A record as the device that tells of it knows it. */
    public record Copied(CopyKind kind, String record) {
        CopyKey at(String device) {
            return new CopyKey(device, kind, record);
        }
    }
}
