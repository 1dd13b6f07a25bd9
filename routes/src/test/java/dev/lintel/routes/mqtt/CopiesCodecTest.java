package dev.lintel.routes.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.sync.CopyContent.OfSchedule;
import dev.lintel.domain.sync.CopyKind;
import dev.lintel.domain.sync.HolidayDays;
import dev.lintel.domain.sync.Parcel;
import dev.lintel.routes.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AR-3")
class CopiesCodecTest {
    @Test
    void aScheduleIsWrittenWithItsHolidaysAsTheDocumentHasIt() {
        OfSchedule office = new OfSchedule(
                "office",
                "2026-01-05T09:00",
                "2026-01-05T18:00",
                false,
                "FREQ=DAILY",
                "Europe/London",
                "excluded",
                new HolidayDays("2026-11-01", "2027-12-31", List.of("2026-12-25", "2026-12-28")));
        OfSchedule yard =
                new OfSchedule("yard", "2026-01-05T06:00", "2026-01-05T22:00", false, null, "UTC", "ignored", null);
        Parcel parcel = new Parcel(
                "GATE-1",
                List.of(
                        new Parcel.Stored(CopyKind.SCHEDULE, "0a1b", office),
                        new Parcel.Stored(CopyKind.SCHEDULE, "2c3d", yard)),
                List.of());

        assertThat(Json.read(CopiesCodec.bytes(parcel))).isEqualTo(Json.mapper().readTree("""
                {"command":"copies","store":[
                  {"kind":"schedule","digest":"0a1b","id":"office","start":"2026-01-05T09:00","end":"2026-01-05T18:00",
                   "allDay":false,"rrule":"FREQ=DAILY","timeZone":"Europe/London","holidays":"excluded",
                   "holidayDays":{"from":"2026-11-01","until":"2027-12-31","dates":["2026-12-25","2026-12-28"]}},
                  {"kind":"schedule","digest":"2c3d","id":"yard","start":"2026-01-05T06:00","end":"2026-01-05T22:00",
                   "allDay":false,"timeZone":"UTC","holidays":"ignored"}],
                 "forget":[]}"""));
    }
}
